import { toHex } from "../../signing/hmac";
import type { FormStep, SignatureReading } from "./reading";

const ID = "signature-mistyped";
/** So many digits may be wrong: of 40, 36 that agree are 144 bits. */
const MOST_WRONG = 4;
const LENGTHS: readonly number[] = [40, 64];

/**
 * Readings of digits of which a few are wrong, missing or too many. They are compared with the right digits only, because a
 * distance allows for many texts.
 */
export function readNearDigits(text: string): SignatureReading[] {
  const written = text.trim();
  const own = written.toLowerCase();
  if (!/^[0-9a-z]{38,66}$/.test(own)) return [];
  return LENGTHS.filter((length) => Math.abs(own.length - length) <= 1).map((length) => ({
    bytes: new Uint8Array(),
    bits: (length - MOST_WRONG) * 4,
    hex: null,
    forms: [],
    isNear: true,
    agrees: (computed: Uint8Array) => {
      const hex = toHex(computed);
      const wrong = hex.length === length ? distance(own, hex) : null;
      return wrong === null || wrong === 0 ? 0 : (length - wrong) * 4;
    },
    formsOf: (computed: Uint8Array): FormStep[] => {
      const right = toHex(computed);
      return [{ id: ID, detail: difference(own, right, written), wrong: wrongPlaces(own, right) }];
    },
  }));
}

/** How many digits are wrong, or 1 where one is missing or too many; `null` where it is more than a slip. */
function distance(own: string, right: string): number | null {
  if (own.length !== right.length)
    return own.length < right.length ? missing(own, right) : missing(right, own);
  const wrong = placesThatDiffer(own, right).length;
  return wrong <= MOST_WRONG ? wrong : null;
}

function missing(short: string, long: string): number | null {
  const at = firstDifference(short, long);
  return short.slice(at) === long.slice(at + 1) ? 1 : null;
}

function firstDifference(short: string, long: string): number {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at;
}

function placesThatDiffer(own: string, right: string): number[] {
  return Array.from(own, (_, at) => at).filter((at) => own[at] !== right[at]);
}

/** A missing digit is in no place of its own. */
function wrongPlaces(own: string, right: string): number[] | undefined {
  if (own.length < right.length) return undefined;
  return own.length > right.length ? [firstDifference(right, own)] : placesThatDiffer(own, right);
}

/** In words. `written` has the digits in the letter case in which they stand in the URL. */
function difference(own: string, right: string, written: string): string {
  if (own.length < right.length)
    return `Digit ${firstDifference(own, right) + 1} of ${right.length} is missing.`;
  if (own.length > right.length) return `Digit ${firstDifference(right, own) + 1} is one too many.`;
  const places = placesThatDiffer(own, right);
  const [a = 0, b = 0] = places;
  if (places.length === 2 && b === a + 1 && own[a] === right[b] && own[b] === right[a])
    return `Digits ${a + 1} and ${b + 1} have changed places.`;
  const told = places.map((at) => `${at + 1} (“${written[at]}”, should be “${right[at]}”)`).join(", ");
  return `${places.length === 1 ? "Digit" : "Digits"} ${told}.`;
}
