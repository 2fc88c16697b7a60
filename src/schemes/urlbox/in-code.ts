import type { RuleInCode } from "../rule-in-code";

export type UrlboxPart = "endpoint" | "format" | "query" | "fragment";

/** The query alone; the token between API key and format, where a segment may be empty for it. A line of a log has no host. */
export const inCode: RuleInCode<UrlboxPart> = {
  pattern: "^([A-Za-z]+://[^/?#]*/v1/[^/?#]*/|[^/?#]*/v1/[^/?#]*/)/?([^?#]*)\\?([^#]*)(.*)$",
  parts: ["endpoint", "format", "query", "fragment"],
  signingString: [{ part: "query" }],
  signedUrl: [
    { part: "endpoint" },
    { part: "signature" },
    "/",
    { part: "format" },
    "?",
    { part: "query" },
    { part: "fragment" },
  ],
};
