import { expect, test } from "vitest";
import { schemes } from "../schemes";
import { findUrls } from "../signing/find/find-url";
import { readPaste } from "../signing/read-paste";
import { countUrls } from "./several";

const [libpixel] = schemes;
const sign = (name: string) => `https://a.libpx.com/${name}.jpg?w=1&signature=${"0123456789".repeat(4)}`;
const unsigned = "https://a.libpx.com/c.jpg?w=1";

test.each([
  [sign("a"), 1, 1],
  [`${sign("a")}\n${sign("b")}`, 2, 1],
  [`<img src="${sign("a")}"><img src='${sign("b")}'>`, 2, 1],
  [sign("a") + sign("b"), 2, 1],
  [sign("a") + sign("a"), 1, 1],
  [`[${sign("a")}](${sign("a")})`, 1, 1],
  [`${unsigned}\n${sign("a")}`, 2, 1],
  [`see ${unsigned} and then ${sign("a")}`, 2, 2],
  [`<a href="https://example.com/"><img src="${sign("a")}"></a>`, 1, 1],
  ["https://a.libpx.com/?src=https://b.test/c.jpg&w=1", 1, 1],
  ["", 1, 1],
])("%j holds %i, of which number %i is shown", (pasted, urls, shown) => {
  const reading = readPaste(libpixel, pasted, { apiKey: "", format: "" });
  expect(countUrls(pasted, findUrls, libpixel, reading)).toEqual({ urls, shown });
});
