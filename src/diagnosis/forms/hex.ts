import { fromHex, readAsLatin1 } from "../../mistakes/text/bytes";
import { readBase64 } from "./base64";
import { hexTarget, isHex, upperCase } from "./hex-digits";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { FormStep, SignatureReading } from "./reading";

/** Hex digits, also with separators between the bytes. */
export function readHex(text: string, forms: readonly FormStep[]): SignatureReading[] {
  if (isHex(text))
    return [
      hexTarget(text, [...forms, ...upperCase(text)]),
      ...readPadded(text, forms),
      ...readBehindMessage(text, forms),
      ...readHexOfText(text, forms),
    ];
  if (/^[0-9a-f]{2}(?:[:\- ][0-9a-f]{2}){9,}$/i.test(text)) {
    const detail = `“${text.charAt(2)}” stood between its bytes.`;
    const upper = upperCase(text, detail);
    const separated = upper.length > 0 ? upper : [{ id: "signature-with-prefix", detail }];
    return [hexTarget(text.replace(/[:\- ]/g, ""), [...forms, ...separated])];
  }
  return readGroups(text, forms);
}

/** `ac0a-4dbd-10a8-…`: one sign between groups of digits that are a whole digest, as tools print them for people. */
function readGroups(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const [, sign = ""] = /^[0-9a-f]{1,32}([^\w\s]|_)[0-9a-f]{1,32}(?:\1[0-9a-f]{1,32})+$/i.exec(text) ?? [];
  const digits = text.replaceAll(sign, "");
  if (!sign || !DIGEST_LENGTHS.includes(digits.length / 2)) return [];
  const detail = `“${sign}” stood between its digits.`;
  return [hexTarget(digits, [...forms, { id: "signature-with-prefix", detail }, ...upperCase(digits)])];
}

/** Hex digits that stand for the characters of a signature in hex or base64. */
function readHexOfText(text: string, forms: readonly FormStep[]): SignatureReading[] {
  if (text.length < FEWEST_OF_TEXT || text.length % 2 !== 0) return [];
  const inner = readAsLatin1(fromHex(text));
  if (!/^[\w+/=-]+$/.test(inner)) return [];
  const step: FormStep = { id: "signature-hex-of-text" };
  if (isHex(inner)) return [hexTarget(inner, [...forms, step, ...upperCase(inner)])];
  return readBase64(inner, [...forms, step]);
}

/** The digest behind the message, both in hex: Go’s `mac.Sum(b)` appends to what it is given. */
function readBehindMessage(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const detail = "Text in hexadecimal stood before it, as what is passed to Go’s Sum does.";
  return DIGEST_LENGTHS.map((bytes) => bytes * 2)
    .filter((length) => /^(?:2[0-9a-f]|[3-6][0-9a-f]|7[0-9a-e])+$/i.test(text.slice(0, -length)))
    .map((length) => hexTarget(text.slice(-length), [...forms, { id: "signature-with-prefix", detail }]));
}

/** MD5 in base64 has 24 characters. */
const FEWEST_OF_TEXT = 48;

/** Hex digits of a whole digest with one or two zeros, or a whole byte of them, before it. */
function readPadded(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const [, zeros = "", digits = ""] = /^(0{1,8})((?:[0-9a-f]{40}|[0-9a-f]{64}))$/i.exec(text) ?? [];
  if (!digits) return [];
  const detail = zeros.length === 1 ? "One zero stood before it." : `${zeros.length} zeros stood before it.`;
  return [hexTarget(digits, [...forms, { id: "signature-as-number", detail }, ...upperCase(digits)])];
}

/** What is no white space, and is not seen either. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Hex digits broken into lines or otherwise parted by white space. */
export function readBroken(text: string, forms: readonly FormStep[]): SignatureReading[] {
  const digits = text.replace(/%(?:09|0a|0d|20)|[\s+]/gi, "").replace(UNSEEN, "");
  if (digits === text || !isHex(digits)) return [];
  const what = text.search(UNSEEN) < 0 ? "White space" : "Characters that cannot be seen";
  const where = text.includes(digits) ? "before or after" : "between";
  const broken: FormStep = { id: "signature-with-prefix", detail: `${what} stood ${where} its digits.` };
  return [hexTarget(digits, [...forms, broken, ...upperCase(digits)])];
}
