import { expect, test } from "vitest";
import { pasteOver } from "./paste-over";

const old = "https://acme-shop.libpx.com/a.jpg?src=https%3A%2F%2Fa.test%2Fb.jpg&width=300";
const own = "https://img.kiosk.example/7.jpg?width=40";
const signed = `${own}&signature=7e17efab2c28f0277afeb582e2dfb796c804deb1`;

/** Pastes over what stands between “[” and “]”, or where both stand. */
function paste(text: string, pasted: string): string | null {
  const start = text.indexOf("[");
  const end = text.indexOf("]") - 1;
  return pasteOver(text.replace(/[[\]]/g, ""), start, end, pasted);
}

test.each([
  ["at its end", `${old}[]`],
  ["at its start", `[]${old}`],
  ["in its middle", old.replace("a.jpg", "a[].jpg")],
  ["over a word of it", old.replace("libpx", "[libpx]")],
  ["over a number of it", old.replace("300", "[300]")],
  ["over its path and more", old.replace("a.jpg?src=", "[a.jpg?src]=")],
])("a URL pasted into another one takes its place: %s", (_, text) => {
  expect(paste(text, own)).toBe(own);
  expect(paste(text, signed)).toBe(signed);
});

test("so does a URL with words around it; of several, only the one that it falls into", () => {
  expect(paste(`${old}[]`, `Look: ${own}\n`)).toBe(`Look: ${own}\n`);
  expect(paste(`${old}\n${old}[]\n<${old}>`, own)).toBe(`${old}\n${own}\n<${old}>`);
});

test("a line of a settings file is no parameter", () => {
  expect(paste(`${old}[]`, `IMG=${signed}`)).toBe(`IMG=${signed}`);
  expect(paste(`${old}[]`, `IMG=${own}`)).toBe(`IMG=${own}`);
  expect(paste(`[]${old}`, `IMG=${own}`)).toBe(`IMG=${own}`);
});

test("a whole URL over scheme and host takes the place of all", () => {
  expect(paste(`[https://acme-shop.libpx.com]${old.slice(27)}`, own)).toBe(own);
});

test("a signed URL is no value of a parameter", () => {
  expect(paste(old.replace("https%3A%2F%2Fa.test%2Fb.jpg", "[]"), signed)).toBe(signed);
});

test.each([
  ["over all of it", `[${old}]`, own],
  ["on a line of its own", `${old}\n[]`, own],
  ["behind a space", `see [] and ${old}`, own],
  ["into words that are no URL", "not[] a URL", own],
  ["an address as the value of a parameter", old.replace(/https%3A%2F%2Fa.test%2Fb.jpg/, "[$&]"), own],
  ["an address as a value that was left out", old.replace("https%3A%2F%2Fa.test%2Fb.jpg", "[]"), own],
  ["a parameter with an address at the end", `${old}[]`, "&src=https://x.test/a.jpg"],
  ["a parameter with an address over another", old.replace("width=300", "[$&]"), "url=https://x.test/a.jpg"],
  [
    "another host over scheme and host",
    `[https://acme-shop.libpx.com]${old.slice(27)}`,
    "https://other.libpx.com",
  ],
  ["a line break and what follows", `${old}[]`, `\n${own}`],
  ["what is no URL", old.replace("300", "[300]"), "640"],
  ["an escaped address", `${old}&url=[]`, "https%3A%2F%2Fa.test"],
])("the browser inserts %s", (_, text, pasted) => {
  expect(paste(text, pasted)).toBeNull();
});
