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

it("a line that shows only what stands for what is one way, and said to be no more", () => {
  const line = lineIn("python", "signed-double-encoded", "/a%2520b.jpg?width=320", URL);
  expect(line).toMatchObject({
    removed: 'signing_string = ((path or "/") + ("?" + query if query else "")).replace("%", "%25")',
    isExact: false,
  });
  expect(lineIn("python", "secret-with-newline", undefined, URL)).toMatchObject({ isExact: false });
});

it.each([
  ["signed-with-newline", "/a%20b.jpg?width=320\r\n"],
  ["signed-double-encoded", "/a%2520b.jpg?width%3D320"],
  ["signed-with-method", "POST /a%20b.jpg?width%3D320"],
  ["signed-with-newline", undefined],
])("no line of %s is shown where none is known to make %j", (id, alone) => {
  for (const language of ["python", "node", "go", "shell"])
    expect(lineIn(language, id, alone, URL), language).toBeNull();
});

const RENDER = "https://api.urlbox.com/v1/KEY/png?";

it.each([
  ["signed-with-percent20-for-space", "a=b+c", "a=b%20c", 'query.replaceAll("+", "%20")'],
  ["signed-with-plus-for-space", "a=b%20c", "a=b+c", "new URLSearchParams(query).toString()"],
  ["signed-with-plus-for-space", "a=b%20c:", "a=b+c:", 'query.replaceAll("%20", "+")'],
  ["percent-encoding-case", "a=%2F", "a=%2f", 'query.replaceAll("%2F", "%2f")'],
  [
    "percent-encoding-case",
    "a=%2f%3a",
    "a=%2F%3A",
    'query.replaceAll("%2f", "%2F").replaceAll("%3a", "%3A")',
  ],
  ["signed-with-another-encoder", "a=b:c'", "a=b%3Ac'", 'query.replaceAll(":", "%3A")'],
  ["signed-with-another-encoder", "a=b:c", "a=b%3Ac", "new URLSearchParams(query).toString()"],
])("of %s the line that made of %j the string %j is %s", (id, query, alone, expression) => {
  const line = lineIn("node", id, alone, RENDER + query, "urlbox");
  expect(line?.removed).toBe(`const signingString = ${expression};`);
});

it.each([
  ["of one escape of two in another case", "percent-encoding-case", "a=%2F%2F", "a=%2f%2F"],
  [
    "of more characters than a line is worth",
    "signed-with-another-encoder",
    "a=(b)!*~",
    "a=%28b%29%21%2A%7E",
  ],
])("shows no line %s", (_, id, query, alone) => {
  expect(lineIn("java", id, alone, RENDER + query, "urlbox")).toBeNull();
});

test("what stands for what in the query may stand for itself in the path", () => {
  const url = "https://acme.libpx.com/?src=https://a.example/b%20c.jpg&width=200";
  const alone = "/?src=https%3A%2F%2Fa.example%2Fb%20c.jpg&width=200";
  expect(lineIn("python", "signed-with-another-encoder", alone, url)?.removed).toBe(
    'signing_string = path + "?" + query.replace(":", "%3A").replace("/", "%2F")',
  );
});

it("leaves conditions out of a wrong line in Go only where it makes the same without them", () => {
  const added = (url: string, alone: string) => lineIn("go", "signed-with-trailing-ampersand", alone, url);
  expect(added(URL, "/a%20b.jpg?width=320&")).toMatchObject({ isExact: true });
  expect(added("https://acme.libpx.com/a.jpg", "/a.jpg&")).toBeNull();
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
