import { encodeLike, SPELLINGS } from "../../mistakes/text/encoders";
import { percentDecode } from "../../mistakes/text/escapes";
import { joined } from "../../mistakes/text/respell";
import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Client } from "../scheme";

/** Clients whose signatures are wrong for some URLs. */
export const clients: readonly Client[] = [
  {
    sentence: "libpixel-go signs the decoded path, and this is exactly what it would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) => decodedPath(unsigned),
  },
  {
    sentence:
      "libpixel-js, ember-libpixel and libpixel.cr do not encode the path, which a browser does afterwards, and this is exactly what they would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) => (isEscapedByBrowser(unsigned.path) ? decodedPath(unsigned) : null),
  },
  {
    sentence:
      "libpixel-ruby and libpixel.cr sign no “/” for an empty path, and this is exactly what they would have signed.",
    hash: "SHA-1",
    signs: ({ unsigned }) =>
      unsigned.path.length > 1 || unsigned.query === null ? null : `?${unsigned.query}`,
  },
  {
    sentence:
      "libpixel-go sorts the parameters that it is given, and this is exactly what it would have signed for them. It sends them sorted, too: if it signed, something has reordered the URL since.",
    hash: "SHA-1",
    signs: ({ unsigned: { path, query } }) =>
      query !== null && isEncodedByGo(query) && sorted(query) !== query
        ? `${percentDecode(path || "/")}?${sorted(query)}`
        : null,
  },
];

/** What an HTTP library of Go or of JavaScript signs where it knows the path decoded; an empty query is left out. */
function decodedPath({ path, query }: UrlText): string {
  const decoded = percentDecode(path || "/");
  return query ? `${decoded}?${query}` : decoded;
}

/** Whether a browser makes each of the path’s escapes itself (WHATWG URL, "path percent-encode set"). */
function isEscapedByBrowser(path: string): boolean {
  return (path.match(/%../g) ?? []).every((digits) =>
    /^%(?:[01].|2[023]|3[CEF]|5E|60|7[BDF]|[89A-F].)$/i.test(digits),
  );
}

const GO = SPELLINGS.find(({ name }) => name.includes("Go’s QueryEscape"));

/** Whether url.Values.Encode writes this query. */
function isEncodedByGo(query: string): boolean {
  return cutQuery(query).every(({ name, value }) =>
    [name, value ?? ""].every(
      (text) => GO && encodeLike(GO, percentDecode(text.replaceAll("+", " "))) === text,
    ),
  );
}

function sorted(query: string): string {
  return joined(cutQuery(query).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
}
