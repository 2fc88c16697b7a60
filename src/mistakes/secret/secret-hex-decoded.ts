import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { hexReadings } from "../text/bytes";

export const secretHexDecoded: Mistake = {
  id: "secret-hex-decoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was decoded from hexadecimal before it was used.",
  why: "Code such as Buffer.from(secret, 'hex'), bytes.fromhex or pack('H*') turns its digits into other bytes.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("00ff10aa", Uint8Array.of(0, 255, 16, 170)),
  nearMiss: signedWithKey("00ff10aa", "00FF10AA"),
  *keys(key) {
    for (const value of hexReadings(key)) yield { value };
  },
};
