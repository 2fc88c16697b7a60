import { expect, test } from "vitest";
import { libpixel } from "../schemes/libpixel";
import { readPaste } from "./read-paste";
import { replaceUrl } from "./sign";

const URL = "https://fjord.libpx.com/a.jpg?width=300";
const DIGITS = "5d41402abc4b2a76b9719d911017c592aa11bb22";

function notesOf(pasted: string): [kind: string, sentence: string][] {
  const { request } = readPaste(libpixel, pasted);
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value.notes.map(({ kind, sentence }) => [kind, sentence]);
}

const found = (where: string) => ["found", `The URL was found in ${where}; only the URL is signed.`];

test("of a URL alone nothing is said", () => {
  expect(notesOf(URL)).toEqual([]);
});

test("what a URL was taken out of is said, the innermost first", () => {
  expect(notesOf(`Please sign ${URL} today`)).toEqual([found("the pasted text")]);
  expect(notesOf(`Please sign <${URL}> today`)).toEqual([found("angle brackets")]);
  const carried = `<https://www.google.com/url?q=${encodeURIComponent(URL)}&sa=D>`;
  expect(notesOf(carried)).toEqual([found("Google’s redirect inside angle brackets")]);
});

test("an “&amp;” that HTML wrote is told where it was read as “&”", () => {
  const kinds = (pasted: string) => notesOf(pasted).map(([kind]) => kind);
  expect(kinds(`<img src="${URL}&amp;height=2">`)).toEqual(["found", "html-unescaped"]);
  expect(kinds(`<img src="${URL}">`)).toEqual(["found"]);
  expect(kinds(`<b>${URL}</b>`)).not.toContain("html-unescaped");
});

test("white space around a URL is told, each character once", () => {
  const { request } = readPaste(libpixel, ` \n${URL}\n `);
  expect(request.ok && request.value.notes).toMatchObject([
    {
      kind: "trimmed",
      changes: [
        { before: " ", after: "" },
        { before: "\n", after: "" },
      ],
    },
  ]);
});

test("a signed path alone was taken out of nothing, and holds for any host", () => {
  const path = `/a.jpg?width=300&signature=${DIGITS}`;
  for (const pasted of [path, ` ${path}\n`])
    expect(notesOf(pasted).map(([kind]) => kind)).toContain("any-host");
  expect(notesOf(path).map(([kind]) => kind)).not.toContain("found");
  expect(notesOf(`https://fjord.libpx.com${path}`)).toEqual([]);
});

test("of a link whose address only its service knows that is said, unless it is signed", () => {
  const kinds = (pasted: string) => notesOf(pasted).map(([kind]) => kind);
  expect(notesOf("https://bit.ly/3abcDEF")).toMatchObject([
    ["opaque-carrier", expect.stringContaining("a link of bit.ly")],
  ]);
  expect(kinds(`https://bit.ly/3abcDEF?signature=${DIGITS}`)).not.toContain("opaque-carrier");
});

test("another URL takes the place of the one that was read, and of that alone", () => {
  const other = "https://fjord.libpx.com/b.jpg";
  const replaced = (pasted: string) => replaceUrl(pasted, readPaste(libpixel, pasted), other);
  expect(replaced(`Please sign ${URL} today`)).toBe(`Please sign ${other} today`);
  expect(replaced(`  ${URL} `)).toBe(`  ${other} `);
  expect(replaced(`<img src="${URL}&amp;height=2">`)).toBe(other);
});
