import { expect, it, test } from "vitest";
import { findScheme } from "../../schemes";
import { findLanguage } from "../index";
import { lineOf } from "./line-of";

function lineIn(language: string, id: string, alone: string | undefined, url: string, vendor = "libpixel") {
  const scheme = findScheme(vendor);
  const found = findLanguage(language);
  if (!scheme || !found) throw new Error(`${vendor}, ${language}`);
  return lineOf({ id, alone }, found, scheme, "SHA-1", {}, url);
}

const URL = "https://acme.libpx.com/a%20b.jpg?width=320";

it.each([
  ["signed-with-newline", "/a%20b.jpg?width=320\n", '(path || "/") + (query && "?" + query) + "\\n"'],
  ["signed-full-url", URL, "url"],
  [
    "signed-full-url",
    `http${URL.slice(5)}`,
    '"http://acme.libpx.com" + (path || "/") + (query && "?" + query)',
  ],
  [
    "signed-with-trailing-question-mark",
    "/a%20b.jpg?width=320?",
    '(path || "/") + (query && "?" + query) + "?"',
  ],
  ["signed-without-leading-slash", "a%20b.jpg?width=320", 'path.slice(1) + (query && "?" + query)'],
  ["signed-decoded-path", "/a b.jpg?width=320", 'decodeURIComponent(path) + "?" + query'],
  ["signed-path-only", "/a%20b.jpg", "path"],
  ["string-in-quotes", `"/a%20b.jpg?width=320"`, '"\\"" + (path || "/") + (query && "?" + query) + "\\""'],
])("%s that made %j is a line that makes it", (id, alone, expression) => {
  const line = lineIn("node", id, alone, URL);
  expect(line).toEqual({
    removed: `const signingString = ${expression};`,
    added: 'const signingString = (path || "/") + (query && "?" + query);',
    isExact: true,
  });
});

it.each([
  ["signed-with-newline", "/a%20b.jpg?width=320\r\n"],
  ["signed-query-only", "?width=320"],
  ["signed-double-encoded", "/a%2520b.jpg?width%3D320"],
  ["secret-with-newline", undefined],
])("the line of %s that made %j is one way, and said to be no more", (id, alone) => {
  expect(lineIn("python", id, alone, URL)).toMatchObject({ isExact: false });
});

it("gives no line where what was sent was damaged, and the code was right", () => {
  const [node, libpixel] = [findLanguage("node"), findScheme("libpixel")];
  if (!node || !libpixel) throw new Error("No Node.js, or no LibPixel.");
  const mistake = { id: "signed-with-fragment", alone: "/a%20b.jpg?width=320#top" };
  const line = (sent?: "cut off") => lineOf(mistake, node, libpixel, "SHA-1", { sent }, `${URL}#top`);
  expect(line()).toMatchObject({ isExact: true });
  expect(line("cut off")).toBeNull();
});

test("a path that is empty is left out, and no character of it", () => {
  const bare = "https://acme.libpx.com/?src=a&width=2";
  expect(lineIn("go", "signed-without-leading-slash", "?src=a&width=2", bare)?.removed).not.toContain("[1:]");
  expect(lineIn("go", "signed-without-leading-slash", "a%20b.jpg?width=320", URL)?.removed).toContain(
    "path[1:]",
  );
});
