import { percentDecode } from "../../mistakes/text/escapes";
import { sortQuery } from "../../signing/sort-query";
import type { Client } from "../scheme";
import { readPath } from "./render-link";

/** Clients whose tokens differ from the vendor's rule for some URLs. */
export const clients: readonly Client[] = [
  {
    sentence:
      "urlbox-python and urlbox-ruby put “format=” into the query, and this is exactly what they would have signed.",
    hash: "SHA-1",
    signs: (request) => `${request.signingString}&format=${readPath(request.unsigned.path).format}`,
  },
  {
    sentence: "urlbox-dotnet sorts the parameters, and this is exactly what it would have signed.",
    hash: "SHA-1",
    signs: ({ signingString }) => sortQuery(signingString),
  },
  {
    sentence:
      "The Urlbox command line sorts the parameters and signs with SHA-256, and this is exactly what it would have signed.",
    hash: "SHA-256",
    signs: ({ signingString }) => sortQuery(signingString),
  },
  {
    sentence:
      "The Urlbox WordPress plugin does not encode at all, which a browser does afterwards, and this is exactly what it would have signed.",
    hash: "SHA-1",
    signs: ({ signingString }) => (isEscapedByBrowser(signingString) ? percentDecode(signingString) : null),
  },
];

/** Whether a browser makes each of the query’s escapes itself (WHATWG URL, "special-query percent-encode set"); others the signer made. */
function isEscapedByBrowser(query: string): boolean {
  return (query.match(/%../g) ?? []).every((digits) => /^%(?:[01].|2[027]|3[CE]|7F|[89A-F].)$/i.test(digits));
}
