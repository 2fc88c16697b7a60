import { percentDecode } from "../../mistakes/text/escapes";
import { joined } from "../../mistakes/text/respell";
import { cutQuery } from "../../signing/url-text";
import type { Client } from "../scheme";

/** Clients whose signatures are wrong for some URLs. */
export const clients: readonly Client[] = [
  {
    sentence: "libpixel-go signs the decoded path, and this is exactly what it would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) => {
      const path = percentDecode(unsigned.path || "/");
      return unsigned.query === null ? path : `${path}?${unsigned.query}`;
    },
  },
  {
    sentence:
      "libpixel-ruby and libpixel.cr sign no “/” for an empty path, and this is exactly what they would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) =>
      unsigned.path.length > 1 || unsigned.query === null ? null : `?${unsigned.query}`,
  },
  {
    sentence: "libpixel-go sorts the parameters, and this is exactly what it would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) =>
      unsigned.query === null ? null : `${percentDecode(unsigned.path || "/")}?${sorted(unsigned.query)}`,
  },
];

function sorted(query: string): string {
  return joined(cutQuery(query).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
}
