import type { MistakenCode } from "../rule-in-code";
import type { UrlboxPart } from "./in-code";

const format = { part: "format" } as const;
const query = { part: "query" } as const;
const token = { part: "signature" } as const;
const endpoint = { part: "endpoint" } as const;

/** The string or the URL as code makes it by mistake. */
export const mistakenCode: MistakenCode<UrlboxPart> = {
  "signed-with-format": { signingString: [format, "?", query] },
  "signed-with-question-mark": { signingString: ["?", query] },
  "token-in-query": { signedUrl: [endpoint, format, "?", query, "&token=", token] },
  "token-misplaced": { signedUrl: [endpoint, format, "/", token, "?", query, { part: "fragment" }] },
};
