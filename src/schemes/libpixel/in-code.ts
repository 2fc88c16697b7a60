import type { RuleInCode } from "../rule-in-code";

const query = { part: "query" } as const;

/**
 * The path, or `/`, and the query; the signature as its last parameter, before the fragment. The host is not signed, and a line of a log
 * has none: its path is signed alike.
 */
export const inCode: RuleInCode<"origin" | "path" | "query" | "fragment"> = {
  pattern: "^([A-Za-z]+://[^/?#]*|[^/?#]*)([^?#]*)\\??([^#]*)(.*)$",
  parts: ["origin", "path", "query", "fragment"],
  signingString: [
    { part: "path", orElse: "/" },
    { when: "query", add: ["?", query] },
  ],
  signedUrl: [
    { part: "origin" },
    { part: "path" },
    "?",
    { when: "query", add: [query, "&"] },
    "signature=",
    { part: "signature" },
    { part: "fragment" },
  ],
};
