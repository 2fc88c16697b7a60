import type { RuleInCode } from "../rule-in-code";

const query = { part: "query" } as const;

/** The path, or `/`, and the query; the signature as its last parameter, before the fragment. */
export const inCode: RuleInCode<"address" | "path" | "query" | "fragment"> = {
  pattern: "^([A-Za-z]+://[^/?#]*([^?#]*))\\??([^#]*)(.*)$",
  parts: ["address", "path", "query", "fragment"],
  signingString: [
    { part: "path", orElse: "/" },
    { when: "query", add: ["?", query] },
  ],
  signedUrl: [
    { part: "address" },
    "?",
    { when: "query", add: [query, "&"] },
    "signature=",
    { part: "signature" },
    { part: "fragment" },
  ],
};
