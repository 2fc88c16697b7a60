import { unescapeText } from "../../signing/escapes";
import { secretDigits } from "../../signing/secret-digits";

/** A shorter secret may stand in a URL by chance. */
const FEWEST_CHARACTERS = 6;
/** A URL inside a URL inside a URL. */
const MOST_ENCODED = 3;

/** Whether a text holds the secret, as it is, in base64 or in hexadecimal, also percent-encoded and that more than once. */
export function holdsSecret(text: string, secret: string): boolean {
  if ([...secret].length < FEWEST_CHARACTERS) return false;
  const { base64, hex } = secretDigits(secret);
  let decoded = text;
  for (let times = 0; times <= MOST_ENCODED; times++) {
    if (decoded.includes(secret) || decoded.replaceAll("+", " ").includes(secret)) return true;
    if (decoded.toLowerCase().includes(hex)) return true;
    if (decoded.replaceAll("-", "+").replaceAll("_", "/").includes(base64)) return true;
    const next = decodeRuns(decoded);
    if (next === decoded) return false;
    decoded = next;
  }
  return false;
}

/** The text with each run of escapes decoded that is UTF-8; other escapes stay. */
function decodeRuns(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => unescapeText(run));
}

/** A secret with its name, pasted where the URL belongs. A vendor’s sentence about a token does not match. */
const NAMED_SECRET = /(?:secret|token|passw\w*|key|auth)\w*["']?\s*[=:]\s*\S|bearer\s+\S/i;

/** Whether a text that is no URL may hold a secret under its name, such as a line of a `.env` file. It is neither kept nor shared. */
export const namesSecret = (text: string): boolean => NAMED_SECRET.test(text);
