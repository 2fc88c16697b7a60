import { bytesToBase64 } from "../../mistakes/text/bytes";
import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import type { Sight } from "./at-sight";

/** A shorter one may stand there by chance. */
const FEWEST_CHARACTERS = 6;

/** The secret itself in the place of a signature, as it is or as bytes are written; `null` where something else stands there. */
export function readSecretAtSight(text: string, secret: string): Sight | null {
  if ([...secret].length < FEWEST_CHARACTERS) return null;
  const bytes = new TextEncoder().encode(secret);
  const base64 = bytesToBase64(bytes);
  const hex = toHex(bytes);
  const spellings: readonly [text: string, how: string][] = [
    [secret, "as it is"],
    [base64, "in base64"],
    [hex, "in hexadecimal"],
    [hex.toUpperCase(), "in upper-case hexadecimal"],
  ];
  const own = [text, percentDecode(text)].map(plainly);
  const [, how] = spellings.find(([spelled]) => own.includes(plainly(spelled))) ?? [];
  return how === undefined ? null : { id: "signature-is-secret", detail: `It stands there ${how}.` };
}

/** Without what base64 may end with, and in its usual alphabet. */
function plainly(text: string): string {
  return text.trim().replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
}
