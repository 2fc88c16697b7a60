import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { readPaste } from "./read-paste";

/** UTF-16 units; long enough that work which grows with the square shows. */
const LONG = 1 << 16;
const starts = ["", "https://a.b/?x=", "https://api.urlbox.com/v1/KEY/png?url=", 'curl "https://a.b/', "x "];
const units = ["a", "%", "&", "&=", "/", "../", "?", "#", "\\", '"', "'", " ", "\n", "é", "\ud800", "a."];
const tokens = ["https://", "signature=&", "&amp;", "&#", "\\u0026", "'\\''", '<img src="', "^&", "[-"];
/** What finding a URL looks for: mail source, markup, code, logs, carriers, broken lines. */
const forms = [
  "=3D",
  "=\n",
  "&lt;p",
  "&quot;",
  "> ",
  "\u200b",
  "(",
  "[",
  "|",
  "!",
  "' + '",
  '",\n"',
  "a=b&\n",
  "?signature=",
  `/${"0".repeat(40)}/png?`,
  "GET /x?a=b HTTP/1.1\n",
  "host=a.b ",
  "https%3A%2F%2F",
  "https://a.translate.goog/",
  "/cdn-cgi/image/a/https://",
  "https://urldefense.com/v3/__*;",
  "aHR0cHM6Ly9hLmIvYyAg",
  `${"aHR0".repeat(19)}\n`,
  "'a",
  "1https://",
  "https://a.libpx.com/1",
  "https://a.b/https://",
  "u=https%3A%2F%2Fa.b%2F&",
];

/** Milliseconds of the quickest of some runs on `length` characters of this unit. */
function measure(start: string, unit: string, length: number, runs: number): number {
  const text = start + unit.repeat(length / unit.length);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    for (const scheme of schemes) {
      const { request } = readPaste(scheme, text, { apiKey: "KEY", format: "png" });
      if (request.ok) scheme.assemble(request.value, "0".repeat(40));
    }
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

/** Four times the text is four times the work, or sixteen times where it grows with the square. */
function growth(start: string, unit: string, runs: number): number {
  return measure(start, unit, LONG, runs) / measure(start, unit, LONG / 4, runs);
}

describe("a long paste costs work in proportion", { retry: 2 }, () => {
  describe.each(starts)("%j and many", (start) => {
    test.each([...units, ...tokens, ...(start === "" || start.endsWith("x=") ? forms : [])])("%j", (unit) => {
      // A shared machine stumbles: only what is slow every time is slow.
      const ratios: number[] = [];
      do ratios.push(growth(start, unit, ratios.length + 1));
      while (Math.min(...ratios) > 8 && ratios.length < 5);
      expect(Math.min(...ratios)).toBeLessThanOrEqual(8);
    });
  });
});
