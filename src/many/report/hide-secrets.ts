import { secretDigits } from "../../signing/secret-digits";

/** A shorter secret may stand in a URL by chance, and would be told by what is left out. */
const FEWEST_CHARACTERS = 6;
/** What stands in its place. */
export const HIDDEN = "«secret»";

/**
 * Takes secrets out of texts that are shown, copied or saved: as they are, in base64 and in hexadecimal, each with any of its characters
 * percent-encoded, also more than once.
 */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .filter((secret) => [...secret].length >= FEWEST_CHARACTERS)
    .flatMap((secret) => {
      const { base64, hex } = secretDigits(secret);
      return [secret, base64, base64.replaceAll("+", "-").replaceAll("/", "_"), hex, hex.toUpperCase()];
    })
    .map(anySpelling);
  return (text) => spellings.reduce((hidden, spelling) => hidden.replace(spelling, HIDDEN), text);
}

/** Encoders differ in what they encode, and in the case of their digits. */
function anySpelling(secret: string): RegExp {
  const chars = Array.from(secret, (char) => {
    const bytes = Array.from(new TextEncoder().encode(char), (byte) => `%(?:25)*${anyCase(byte)}`).join("");
    const plain = char.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    return `(?:${plain}|${bytes}${char === " " ? "|\\+" : ""})`;
  });
  return new RegExp(chars.join(""), "gu");
}

function anyCase(byte: number): string {
  return byte
    .toString(16)
    .padStart(2, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
