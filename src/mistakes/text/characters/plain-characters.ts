import { escapeText } from "../../../signing/escapes";
import { percentDecode } from "../escapes";
import { plainDigit } from "./digits";

/** What is written for one character beyond ASCII, or for a run of half-width kana; `null` where it stays. */
export type Plain = (unit: string) => string | null;

const OTHERS: Readonly<Record<string, string>> = {
  "×": "x",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "©": "(c)",
  "®": "(r)",
  "™": "(tm)",
  "½": "1/2",
  "¼": "1/4",
  "¾": "3/4",
  "⁄": "/",
  "∕": "/",
  "→": "->",
  "•": "*",
};

/** The plain characters that software or people put this one for; Unicode’s NFKC knows most of them. Punctuation is not among them. */
export function plainOf(unit: string): string | null {
  const other = OTHERS[unit] ?? plainDigit(unit);
  if (other !== null) return other;
  if (PUNCTUATION.test(unit)) return null;
  const plain = unit.normalize("NFKC");
  return plain === unit.normalize("NFC") ? null : plain;
}

/** What software puts for plain quotation marks, dashes and dots. */
export const PUNCTUATION = /^[‘’‚‛′‹›“”„‟″«»–—…]$/u;

const CYRILLIC_AND_GREEK = "аеорсухіјѕАВЕКМНОРСТУХІЈЅοΟΑΒΕΗΙΚΜΝΡΤΥΧΖ";
const LATIN = "aeopcyxijsABEKMHOPCTYXIJSoOABEHIKMNPTYXZ";

/** The Latin letter that looks like one of Cyrillic or Greek. */
export function latinOf(unit: string): string | null {
  const at = unit.length === 1 ? CYRILLIC_AND_GREEK.indexOf(unit) : -1;
  return at < 0 ? null : LATIN.charAt(at);
}

const RUN = /(?:%[89a-f][0-9a-f])+/gi;
const UNITS = /[\uff65-\uff9f]+|[\s\S]/gu;

/** A percent-encoded text with plain characters, and which were put for which, in their order. @param write how they were written */
export function plainly(
  text: string,
  plain: Plain,
  write: (chars: string) => string = (chars) => chars,
): { readonly text: string; readonly pairs: ReadonlyMap<string, string> } {
  const pairs = new Map<string, string>();
  const inRun = (run: string) => {
    const decoded = percentDecode(run);
    if (decoded === run) return run;
    const isLower = run === run.toLowerCase() && run !== run.toUpperCase();
    return (decoded.match(UNITS) ?? [])
      .map((unit) => {
        const chars = plain(unit);
        if (chars !== null) pairs.set(unit, chars);
        const escaped = escapeText(unit);
        return chars === null
          ? isLower
            ? escaped.toLowerCase()
            : escaped
          : write(chars).replace(/[^!-~]+/g, escapeText);
      })
      .join("");
  };
  return { text: text.replace(RUN, inRun), pairs };
}
