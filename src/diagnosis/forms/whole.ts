import { readBase64 } from "./base64";
import { readBroken, readHex } from "./hex";
import { aroundDetail } from "./inside";
import type { FormStep, SignatureReading } from "./reading";

const WRAPPERS = [
  /^(?:hmac[-_ ]?)?(?:sha|md)[-_ ]?\d{1,3}(?:[-_ ]?hmac)?(?:\((?:stdin|-)\))?\s*[=:-]\s*/i,
  /^(?:hmac|signature|sig|token|hash|digest|hex|base64)\s*[=:]\s*/i,
  /^\(?stdin\)?\s*=\s*/i,
  /^(?:0x|\\x|v\d[=:])/i,
  // Cloudflare puts the moment before it.
  /^\d{9,13}-(?=[\w+/%]{27})/,
  /^b(?=["'])/,
  /^["'<[({\s]+/,
];
/** What code appends with a “?” to a URL that has one already: it becomes a part of the last value. */
const APPENDED = /^([\w+/%=-]{20,})(\?[\w.~%=-]+)$/;
const END = /["'>\])};,.\s\\]/;
const SPACE = /\s/;

/** Digits in hex or base64 as code writes them, with what a tool prints around them or without. */
export function readWhole(whole: string): SignatureReading[] {
  const [, digits = "", added = ""] = APPENDED.exec(whole) ?? [];
  if (digits) {
    const step: FormStep = { id: "parameter-added-after-signing", detail: `Added: “${added.slice(0, 40)}”.` };
    return readWhole(digits).map((read) => ({ ...read, forms: [...read.forms, step] }));
  }
  const inner = unwrap(whole);
  if (inner === whole) return [...readHex(whole, []), ...readBase64(whole, []), ...readBroken(whole, [])];
  const prefix: FormStep = { id: "signature-with-prefix", detail: aroundDetail(whole, inner) };
  return [
    ...readHex(whole, []),
    ...readHex(inner, [prefix]),
    ...readBase64(inner, /\S/.test(whole.replace(inner, "")) ? [prefix] : []),
    ...readBroken(inner, [prefix]),
  ];
}

/** Without what tools print around the digits. */
function unwrap(text: string): string {
  let inner = text.slice(0, endOf(text));
  for (let round = 0; round < 3; round++) for (const wrapper of WRAPPERS) inner = inner.replace(wrapper, "");
  return inner;
}

/** Where the digits end: before quotes, brackets, white space and the “ -” or “ *-” of sha1sum. */
function endOf(text: string): number {
  let end = text.length;
  for (;;) {
    if (END.test(text.charAt(end - 1))) end--;
    else if (text.charAt(end - 1) !== "-") return end;
    else if (SPACE.test(text.charAt(end - 2))) end -= 2;
    else if (text.charAt(end - 2) === "*" && SPACE.test(text.charAt(end - 3))) end -= 3;
    else return end;
  }
}
