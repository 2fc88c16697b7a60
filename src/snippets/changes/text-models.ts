import type { TextWrap } from "./phrases";
import { UNKNOWN } from "./unknown";

/** What a function of a language makes of a text, for every text of which that is known here; `UNKNOWN` for the others. */
export type TextModels = Readonly<Record<TextWrap, (text: string) => string>>;

const unknown = () => UNKNOWN;

/** Of other characters languages know no bytes, or other ones. */
const ofAscii = (model: (text: string) => string) => (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? model(text) : UNKNOWN;

const hexOf = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");

/** Escapes all characters but these. */
const escapes = (kept: RegExp, space = "%20") =>
  ofAscii((text) =>
    Array.from(text, (char) => (char === " " ? space : kept.test(char) ? char : `%${hexOf(char)}`)).join(""),
  );

const RFC_3986 = /[\w.~-]/;

const COMMON: TextModels = {
  encodeBase64: ofAscii(btoa),
  encodeHex: ofAscii((text) => Array.from(text, hexOf).join("").toLowerCase()),
  percentEncode: escapes(RFC_3986),
  percentDecode: decoded,
  reencode: unknown,
  // They differ on quotation marks and angle brackets.
  escapeHtml: (text) => (/["'<>]/.test(text) ? UNKNOWN : text.replaceAll("&", "&amp;")),
  sort: sorted,
  dropFirst: (text) => text.slice(1),
};

const SCRIPT: Partial<TextModels> = {
  percentEncode: ofAscii(encodeURIComponent),
  reencode: ofAscii((text) => new URLSearchParams(text).toString()),
};

/** Where the language differs from what most of them do. */
const OWN: Readonly<Record<string, Partial<TextModels>>> = {
  node: SCRIPT,
  browser: SCRIPT,
  python: { percentEncode: escapes(/[\w.~/-]/), reencode: readAndWritten(RFC_3986) },
  ruby: { reencode: readAndWritten(/[\w.*-]/) },
  php: { reencode: readAndWritten(/[\w.-]/) },
  go: { percentEncode: escapes(RFC_3986, "+"), reencode: readAndWritten(RFC_3986, "in order") },
  java: { percentEncode: escapes(/[\w.*-]/, "+") },
  csharp: { encodeHex: ofAscii((text) => Array.from(text, hexOf).join("")) },
  shell: {
    percentEncode: ofAscii((text) => Array.from(text, (char) => `%${hexOf(char).toLowerCase()}`).join("")),
  },
};

export const modelsOf = (language: string): TextModels => ({ ...COMMON, ...OWN[language] });

/** Languages differ on a “+”, on what is no UTF-8, and shells on a line break at the end. */
function decoded(text: string): string {
  if (text.includes("+")) return UNKNOWN;
  try {
    const plain = decodeURIComponent(text);
    return plain.endsWith("\n") || plain.includes("\\") ? UNKNOWN : plain;
  } catch {
    return UNKNOWN;
  }
}

/** By code points; some sort as a language of people does, so only an order on which all agree is known. */
function sorted(text: string): string {
  const parameters = text.split("&");
  const byCode = parameters.toSorted().join("&");
  const byLetter = parameters.toSorted((a, b) => a.localeCompare(b, "en")).join("&");
  return byCode === byLetter ? byCode : UNKNOWN;
}

/** A query that is read into names and values and written again. Of equal names, names in brackets and empty values each language has its own idea. */
function readAndWritten(kept: RegExp, order?: "in order"): (query: string) => string {
  const write = escapes(kept, "+");
  return (query) => {
    const pairs = query.split("&");
    const names = pairs.map((pair) => pair.replace(/=.*/s, ""));
    const isPlain = pairs.every((pair) => /^[a-z_]+=[^=;]+$/i.test(pair));
    if (!isPlain || new Set(names).size < names.length) return UNKNOWN;
    const written = pairs.map((pair, index) => {
      const value = decoded(pair.slice(pair.indexOf("=") + 1).replaceAll("+", "%20"));
      return value === UNKNOWN ? UNKNOWN : `${names[index]}=${write(value)}`;
    });
    return (order ? written.toSorted() : written).join("&");
  };
}
