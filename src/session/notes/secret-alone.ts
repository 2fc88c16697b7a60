import type { Reading } from "../../signing/sign";
import type { Note } from "../../signing/types";
import { namesSecret } from "../secret/holds-secret";

/** One name and one value without a space: a sentence about a secret is none. */
const SECRET_ALONE =
  /^\s*(?:export\s+|-\s+)?["']?[\w .-]{0,40}(?:secret|passw|(?:signing|private|hmac)[ _-]?key)[\w .-]{0,20}["']?\s*(?:=>|[=:])\s*([^\s=]\S{3,})\s*$/i;

/** Whether a secret with its name was pasted where the URL belongs. It is neither kept nor shared. */
export const isSecretAlone = (pasted: string, { text }: Reading): boolean =>
  text.origin === "" && namesSecret(pasted) && SECRET_ALONE.test(pasted);

/** That secret, without its name and what stands around it; empty where there is none. */
export function secretAlone(pasted: string): string {
  const value = SECRET_ALONE.exec(pasted)?.[1] ?? "";
  return /^(["'])(.*)\1[,;]?$/.exec(value)?.[2] ?? value;
}

/** What is said of it. */
export function aloneNote(pasted: string, reading: Reading): Note[] {
  if (reading.request.ok || !isSecretAlone(pasted, reading)) return [];
  return [
    {
      kind: "secret-alone",
      risk: true,
      sentence:
        "By its name this is a secret. It is not kept, and no link of this page carries it. It belongs into the field of the secret, and the URL here.",
      moves: true,
    },
  ];
}
