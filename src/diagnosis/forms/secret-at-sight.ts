import type { Telling } from "../../mistakes/mistake";
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
  const [spelled, how] = spellings.find(([spelled]) => own.includes(plainly(spelled))) ?? [];
  if (how === undefined) return null;
  const sight = { id: "signature-is-secret", detail: `It stands there ${how}.` } as const;
  return spelled === secret && DIGITS.test(plainly(secret)) ? { ...sight, telling: EITHER } : sight;
}

/** As a signature is written, in hexadecimal or in base64. Keys are made so, too. */
const DIGITS = /^(?:[0-9a-f]{32,128}|[\w+/]{27}|[\w+/]{43})$/i;

const EITHER: Telling = {
  title: "What is entered as the secret is what stands in the place of the {signature}.",
  why: "Either the {signature} was entered where the secret belongs, or the secret was sent where the {signature} belongs.",
  fix: "If it is the {signature}, enter the secret instead. If it is the secret, have a new one made, for whoever gets this URL has it, and send the {computation} of the string.",
  isDoubtful: true,
};

/** Without what base64 may end with, and in its usual alphabet. */
function plainly(text: string): string {
  return text.trim().replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
}
