import { describe, expect, test } from "vitest";
import { readPaste } from "../../signing/read-paste";
import type { Note } from "../../signing/types";
import { libpixel } from ".";
import { schemeNotes } from "./notes";
import { elsewhereNote } from "./signature-elsewhere";

const digits = "4ec9d162665401c2f07eb68222e4b63cf8893059";

function notesOf(url: string): Note[] {
  const { request } = readPaste(libpixel, url, { apiKey: "", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return elsewhereNote(request.value);
}

describe("a signature where LibPixel reads none", () => {
  test.each([
    `https://a.b/p?a=1&signature=${digits}`,
    `https://a.b/p?signature=${digits}&a=1`,
    `https://a.b/p?src=https%3A%2F%2Fc.d%2Fe&signature=${digits.slice(1)}`,
    `https://a.b/p?src=https%3A%2F%2Fc.d%2Fe?signature=${digits}`,
    `https://a.b/p?src=https://c.d/e?a=1&sig=${digits}`,
    `https://a.b/p?src=https%3A%2F%2Fc.d%2Fe%26signature=${digits}`,
    `https://a.b/p?a=1&v=${digits}`,
    `https://a.b/p?hash=${digits}&a=1`,
    `https://a.b/p?sig=${digits}0&a=1`,
    `https://a.b/p?${digits}`,
    `https://a.b/${digits}`,
    `https://a.b/p?a=1&sig=${digits.slice(8)}`,
  ])("nothing is said of %s", (url) => {
    expect(notesOf(url)).toEqual([]);
  });

  test.each([
    "sig",
    "s",
    "sign",
    "signatur",
    "singature",
    "X-Signature",
    "Signature",
    "SIGNATURE",
    "%20signature",
    "signature%20",
    "signature[]",
    "signature%5B%5D",
    "signature[0]",
    "signature%5B0%5D",
    "%E2%80%8Bsignature",
    "%EF%BB%BFsignature",
    "mysignature",
    "hmac",
    "hash",
    "token",
  ])("a signature under the name %s is named so", (name) => {
    const [note, ...others] = notesOf(`https://a.b/p?a=1&${name}=${digits}#f`);
    expect(others).toEqual([]);
    expect(note?.sentence).toContain(`“${name}” holds 40 digits`);
    expect(note?.rewrite?.text).toBe(`https://a.b/p?a=1&signature=${digits}#f`);
  });

  test.each(["sig", "Signature", "signature[]"])("also where %s is not the last", (name) => {
    for (const url of [`https://a.b/p?${name}=${digits}&a=1`, `https://a.b/p?a=1&${name}=${digits}&b=2`]) {
      const [note] = notesOf(url);
      expect(note?.sentence).toContain(`“${name}” holds 40 digits`);
      const others = url.includes("b=2") ? "a=1&b=2" : "a=1";
      expect(note?.rewrite?.text).toBe(`https://a.b/p?${others}&signature=${digits}`);
    }
  });

  test.each([
    `https://a.b/p/q.jpg%3Fwidth=3%26mode=crop%26signature=${digits}`,
    `https://a.b/p/q.jpg%3Fwidth%3D3%26mode%3Dcrop%26signature%3D${digits}`,
    `https://a.b/p/q.jpg?width=3%26mode=crop%26signature=${digits}`,
    `https://a.b/p/q.jpg?width=3\\x26mode=crop\\x26signature=${digits}`,
    `https://a.b/p/q.jpg?width\\x3d3\\x26mode\\x3dcrop\\x26signature\\x3d${digits}`,
  ])("the signs of a query that was escaped whole are written as they are: %s", (url) => {
    const [note, ...others] = notesOf(url);
    expect(others).toEqual([]);
    expect(note?.kind).toBe("delimiters-escaped");
    expect(note?.rewrite?.text).toBe(`https://a.b/p/q.jpg?width=3&mode=crop&signature=${digits}`);
  });

  test.each([
    [`https://a.b/q.jpg&width=3&mode=crop&signature=${digits}`, "q.jpg?width=3&mode=crop"],
    [`https://a.b/q.jpgwidth=3&mode=crop&signature=${digits}`, "q.jpg?width=3&mode=crop"],
    [`https://a.b/q.jpg%3Fwidth=3&mode=crop&signature=${digits}`, "q.jpg?width=3&mode=crop"],
    [
      `https://a.b/src=https%3A%2F%2Fc.d%2Fe.png&width=3&signature=${digits}`,
      "?src=https%3A%2F%2Fc.d%2Fe.png&width=3",
    ],
    [`https://a.b/q.jpg&width=3?signature`, null],
  ])("a “?” is put before parameters that stand in the path with it: %s", (url, right) => {
    const [note] = notesOf(url);
    expect(note?.rewrite?.text).toBe(right === null ? undefined : `https://a.b/${right}&signature=${digits}`);
    if (right) expect(note?.kind).toBe("question-mark-missing");
  });

  test.each([
    ["https://a.b/q.jpg&width=3&mode=crop", "https://a.b/q.jpg?width=3&mode=crop"],
    ["https://a.b/src=https%3A%2F%2Fc.d%2Fe.png", "https://a.b/?src=https%3A%2F%2Fc.d%2Fe.png"],
    ["https://a.b/q&a=3.jpg", undefined],
    ["https://a.b/q.jpg?width=3&height=4", undefined],
    ["https://a.b/w=3/q.jpg", undefined],
    ["https://a.b/width=300/q.jpg", undefined],
    ["https://a.b/q&width=300.jpg", undefined],
    ["https://a.b/q.jpg/width=6/c.jpg", undefined],
    ["https://a.b/q.jpg;width=6/x", undefined],
    ["https://a.b/q%3Fwidth=6.jpg", undefined],
  ])("also where nothing is signed yet: %s", (url, right) => {
    const { request } = readPaste(libpixel, url);
    if (!request.ok) throw new Error(url);
    const notes = schemeNotes(request.value);
    expect(notes.find(({ kind }) => kind === "question-mark-missing")?.rewrite?.text).toBe(right);
  });

  test("digits without a name are named", () => {
    const [note] = notesOf(`https://a.b/p?a=1&${digits}`);
    expect(note?.kind).toBe("signature-misnamed");
    expect(note?.sentence).toMatch(/^40 digits without a name/);
    expect(note?.rewrite?.text).toBe(`https://a.b/p?a=1&signature=${digits}`);
  });

  test.each(["&", "?", "%26", ";", ",", ""])("a signature joined with “%s” is joined rightly", (joint) => {
    for (const [wrong, right] of [
      [`https://a.b/p${joint}signature=${digits}`, `https://a.b/p?signature=${digits}`],
      ...(/^[?%]/.test(joint)
        ? []
        : [
            [
              `https://a.b/p?src=https%3A%2F%2Fc.d${joint}signature=${digits}`,
              `https://a.b/p?src=https%3A%2F%2Fc.d&signature=${digits}`,
            ],
          ]),
      [`https://a.b/p?a=1${joint}signature=${digits}#f`, `https://a.b/p?a=1&signature=${digits}#f`],
    ]) {
      const note = notesOf(wrong ?? "").find(({ kind }) => kind === "signature-joined");
      if (wrong === right) expect(note).toBeUndefined();
      else expect(note?.rewrite?.text).toBe(right);
    }
  });
});

describe("imgix’ signature", () => {
  test.each(["a=1&s=", "s="])("is told at the end of a query: %s", (query) => {
    const [note, ...others] = notesOf(`https://a.b/p?${query}${digits.slice(8)}`);
    expect([note?.kind, note?.rewrite, others]).toEqual(["signature-of-another-service", undefined, []]);
  });

  test.each([
    `s=${digits.slice(8)}&a=1`,
    `a=1&s=${digits.slice(9)}`,
    `a=1&ids=${digits.slice(8)}`,
    `src=https://c.d/e?s=${digits.slice(8)}`,
    `src=https%3A%2F%2Fc.d%2Fe%3Fs%3D${digits.slice(8)}`,
    `s=${digits.slice(8)}&signature=${digits}`,
  ])("is none in %s", (query) => expect(notesOf(`https://a.b/p?${query}`)).toEqual([]));
});
