import { describe, expect, test } from "vitest";
import { openText, Refused } from "./open";
import { TextLines } from "./text-lines";

function linesOf(parts: readonly string[]) {
  const lines = new TextLines();
  return [...parts.flatMap((part) => [...lines.take(part)]), ...lines.end()];
}

describe("lines of a text that comes in parts", () => {
  test.each([
    [["a\nb\n"], ["a", "b"]],
    [["a\r\nb"], ["a", "b"]],
    [
      ["a", "b\n", "\nc"],
      ["ab", "", "c"],
    ],
    [
      ["a\r", "\nb"],
      ["a", "b"],
    ],
    [[""], []],
  ])("%j", (parts, texts) => {
    expect(linesOf(parts).map(({ text }) => text)).toEqual(texts);
    expect(linesOf(parts).map(({ number }) => number)).toEqual(texts.map((_, at) => at + 1));
  });

  test("a line of ten megabytes comes in pieces of one number, none of which cuts a URL", () => {
    const url = `https://fjord.libpx.com/a.jpg?width=1&signature=${"5d".repeat(20)}`;
    const long = `"${url}" `.repeat(100_000);
    const parts = ["first\n", ...(long.match(/[\s\S]{1,65536}/g) ?? []), "\nlast"];
    const lines = linesOf(parts);
    const pieces = lines.filter(({ number }) => number === 2);
    expect(pieces.length).toBeGreaterThan(50);
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(100_000);
    expect(pieces.map(({ text }) => text).join("")).toBe(long);
    for (const { text } of pieces) expect(text.split(url).join("").replace(/[" ]/g, "")).toBe("");
    expect(lines.at(-1)).toEqual({ number: 3, text: "last" });
  });

  test("nothing in which a line could be cut is survived", () => {
    const lines = linesOf(["x".repeat(500_000), "y".repeat(500_000)]);
    expect(lines.map(({ text }) => text).join("")).toHaveLength(1_000_000);
    expect(new Set(lines.map(({ number }) => number))).toEqual(new Set([1]));
  });
});

describe("a file", () => {
  const textOf = async (bytes: BlobPart) => {
    let text = "";
    for await (const part of openText(new Blob([bytes]))) text += part.text;
    return text;
  };

  test("may be UTF-8 with a byte order mark, or UTF-16", async () => {
    expect(await textOf("\ufeffä\n")).toBe("ä\n");
    expect(await textOf(new Uint8Array([0xff, 0xfe, 0xe4, 0, 10, 0]))).toBe("ä\n");
    expect(await textOf(new Uint8Array([0xfe, 0xff, 0, 0xe4, 0, 10]))).toBe("ä\n");
    expect(await textOf("")).toBe("");
  });

  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2], "This file is no text"],
    ["a ZIP archive", [0x50, 0x4b, 3, 4, 9, 9], "This is a ZIP archive. Unpack it first"],
    ["a damaged gzip", [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8], "could not be read to its end"],
  ])("%s is refused with a sentence", async (_, bytes, sentence) => {
    const read = textOf(new Uint8Array(bytes));
    await expect(read).rejects.toThrow(sentence);
    await expect(read).rejects.toBeInstanceOf(Refused);
  });
});
