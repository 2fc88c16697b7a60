import { percentDecode } from "../../mistakes/text/escapes";
import { secretDigits } from "../../signing/secret-digits";
import type { Sight } from "./at-sight";

/** A shorter one may stand there by chance. */
const FEWEST_CHARACTERS = 6;

/** The secret itself in the place of a signature, as it is or as bytes are written; `null` where something else stands there. */
export function readSecretAtSight(text: string, secret: string): Sight | null {
  if ([...secret].length < FEWEST_CHARACTERS) return null;
  const { base64, hex } = secretDigits(secret);
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
