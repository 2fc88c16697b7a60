import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";

export const secretAsNumber: Mistake = {
  id: "secret-as-number",
  group: "secret",
  title: "The secret was read as a number.",
  why: "YAML, JSON, spreadsheets and loosely typed code take a secret of digits for a number and write it back otherwise.",
  fix: "Put the secret into quotes where it is stored, so that it stays text.",
  example: signedWithKey("0012345678", "12345678"),
  nearMiss: signedWithKey("0012345678", "012345678"),
  *keys(key) {
    const text = key.trim();
    if (/^[+-]?[\d_,. ]*\d[\d_,. ]*(?:e[+-]?\d+)?$/i.test(text) || /^0[xob][\da-f_]+$/i.test(text))
      yield* numbers(text);
  },
};

function* numbers(text: string): Generator<Variant<Key>> {
  const plain = text.replace(/[_, ]/g, "");
  const value = Number(plain);
  yield { value: plain, detail: "Separators between its digits were dropped." };
  yield { value: plain.replace(/^([+-]?)0+(?=\d)/, "$1"), detail: "Its leading zeros were lost." };
  if (/^\d+\.\d*0+$/.test(plain))
    yield { value: plain.replace(/\.?0+$/, ""), detail: "Zeros after the decimal point were lost." };
  if (/^0o?[0-7]+$/i.test(plain))
    yield {
      value: String(Number.parseInt(plain.replace(/^0o?/i, ""), 8)),
      detail: "Its digits were read as octal.",
    };
  if (!Number.isFinite(value)) return;
  yield { value: String(value), detail: "It was written back as JavaScript writes numbers." };
  yield { value: value.toFixed(0), detail: "It was written back without an exponent." };
  yield { value: `${value.toFixed(0)}.0`, detail: "It was written back with “.0”." };
  yield { value: `${plain}.0`, detail: "It was written back with “.0”." };
  if (/^\d{16,}$/.test(plain))
    yield {
      value: plain.slice(0, 15) + "0".repeat(plain.length - 15),
      detail: "Digits after the fifteenth became zeros, as spreadsheets write them.",
    };
  for (const digits of DIGITS) for (const form of exponents(value, digits)) yield form;
  if (/^\d+$/.test(plain)) yield* integers(BigInt(plain));
}

/** Significant digits that C’s %g, spreadsheets, PHP and Python keep. */
const DIGITS = [6, 10, 12, 14, 15, 16, 17];

function* exponents(value: number, digits: number): Generator<Variant<Key>> {
  const detail = `It was written back with ${digits} significant digits.`;
  const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
  const short = mantissa.replace(/\.?0+$/, "");
  const sign = exponent.startsWith("-") ? "-" : "+";
  const power = exponent.slice(1).padStart(2, "0");
  for (const body of new Set([short, short.includes(".") ? short : `${short}.0`]))
    for (const e of ["e", "E"]) {
      yield { value: `${body}${e}${sign}${power}`, detail };
      yield { value: `${body}${e}${power}`, detail };
      yield { value: `${body}${e}${sign}${exponent.slice(1)}`, detail };
    }
  yield { value: short, detail: `${detail} Its exponent was lost.` };
  yield { value: Number(value.toPrecision(digits)).toFixed(0), detail };
}

/** What fixed widths leave of a large integer. */
function* integers(value: bigint): Generator<Variant<Key>> {
  const limits: readonly (readonly [bits: number, limit: bigint])[] = [
    [32, 0x7fffffffn],
    [64, 0x7fffffffffffffffn],
  ];
  for (const [bits, limit] of limits) {
    const detail = `It was kept in ${bits} bits.`;
    yield { value: String(BigInt.asIntN(bits, value)), detail };
    yield { value: String(BigInt.asUintN(bits, value)), detail };
    if (value > limit) yield { value: String(limit), detail };
  }
  yield { value: value.toString(16), detail: "It was written back in hexadecimal." };
}
