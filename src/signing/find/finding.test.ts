import fc from "fast-check";
import { expect, test } from "vitest";
import { schemes } from "../../schemes";
import { find } from "./find";
import { isPlain, NOTHING_FOUND } from "./finding";

const [libpixel] = schemes;
const DIGEST = "0123456789".repeat(4);
const HOSTS = [
  "https://a.libpx.com/",
  "http://test.libpx.com:8080/",
  "https://api.urlbox.io/v1/",
  "https://api.urlbox.com/v1/KEY/",
];
const PIECES = [
  ..."/?&=#.:~-+%_a0",
  "%20",
  "=3D",
  "signature=",
  `signature=${DIGEST}`,
  `${DIGEST}/png`,
  "src=https://b.test/c.jpg",
  "https://b.libpx.com/",
  "u=https%3A%2F%2Fa.libpx.com%2F",
  "https://t.co/a",
  "/_next/image?url=",
  "&amp;",
  "&#38;",
  " ",
  "\n",
  '"',
  "\\u0026",
  "<",
  ")",
];

test("in a plain URL there is nothing to find", () => {
  const urls = fc
    .tuple(fc.constantFrom(...HOSTS), fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }))
    .map(([host, pieces]) => host + pieces.join(""));
  let plain = 0;
  fc.assert(
    fc.property(fc.constantFrom(...schemes), urls, (scheme, url) => {
      if (!isPlain(url, scheme)) return;
      plain++;
      expect(find(url, scheme)).toEqual(NOTHING_FOUND);
    }),
    { numRuns: 2_500 * schemes.length },
  );
  expect(plain).toBeGreaterThan(400);
});

test.each([
  ["https://a.libpx.com/b.jpg?w=1&src=https%3A%2F%2Fb.test%2Fc.jpg", true],
  [`https://a.libpx.com/b.jpg?w=1&signature=${DIGEST}`, true],
  [" https://a.libpx.com/b.jpg", false],
  ["https://a.libpx.com/b.jpg.", false],
  ["https://acme.test/b.jpg", false],
  ["https://t.co/b", false],
  ['<img src="https://a.libpx.com/b.jpg">', false],
  ["", false],
])("whether %s is plain", (url, is) => {
  expect(isPlain(url, libpixel)).toBe(is);
});

test.each(
  schemes.flatMap((scheme) => scheme.examples.map((example) => [example.id, scheme, example.url] as const)),
)("in the example %s there is nothing to find", (_, scheme, url) => {
  expect(find(url, scheme)).toEqual(NOTHING_FOUND);
});
