import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { readPaste } from "./sign";

const MEGABYTE = 1 << 20;
const starts = ["", "https://a.b/?x=", "https://api.urlbox.com/v1/KEY/png?url=", 'curl "https://a.b/', "x "];
const units = ["a", "%", "&", "&=", "/", "../", "?", "#", "\\", '"', "'", " ", "\n", "é", "\ud800", "a."];
const tokens = ["https://", "signature=&", "&amp;", "&#", "\\u0026", "'\\''", '<img src="', "^&", "[-"];

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
  return measure(start, unit, MEGABYTE, runs) / measure(start, unit, MEGABYTE / 4, runs);
}

describe("a megabyte of pasted text costs work in proportion", { retry: 2 }, () => {
  describe.each(starts)("%j and many", (start) => {
    test.each([...units, ...tokens])("%j", (unit) => {
      // A shared machine stumbles: only what is slow every time is slow.
      const ratios: number[] = [];
      do ratios.push(growth(start, unit, ratios.length + 1));
      while (Math.min(...ratios) > 8 && ratios.length < 5);
      expect(Math.min(...ratios)).toBeLessThanOrEqual(8);
    });
  });
});
