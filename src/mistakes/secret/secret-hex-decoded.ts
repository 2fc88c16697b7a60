import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { fromHex, hexReadings } from "../text/bytes";
import { decodedWays } from "../text/stored-forms";
import { SINGLE_ONLY } from "../weights";

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
    yield* decodedWays(
      hexReadings(key),
      "the hexadecimal form",
      "Databases, xxd and tools that keep bytes show a secret in hexadecimal, and whoever decodes it gets the secret itself.",
      "code such as Buffer.from(secret, 'hex') decoded it",
    );
    if (/^(?=.*[^\da-f])(?:..){4,}$/i.test(key))
      yield {
        value: parsedByCryptoJs(key),
        detail:
          "As CryptoJS.enc.Hex.parse reads what is no hexadecimal: a pair without a digit at its start is 0.",
        weight: SINGLE_ONLY,
      };
    const guid = bytesOfGuid(key);
    if (guid) yield { value: guid, detail: "In the order of .NET’s Guid.ToByteArray." };
  },
};

/** It puts each pair of characters through parseInt, four of them into a number of 32 bits (crypto-js 4, core.js). */
function parsedByCryptoJs(text: string): Uint8Array<ArrayBuffer> {
  const words = new Int32Array(Math.ceil(text.length / 8));
  for (let at = 0; at < text.length; at += 2)
    words[at >>> 3] =
      (words[at >>> 3] ?? 0) | (Number.parseInt(text.slice(at, at + 2), 16) << (24 - (at % 8) * 4));
  return Uint8Array.from(
    { length: text.length / 2 },
    (_, at) => ((words[at >>> 2] ?? 0) >>> (24 - (at % 4) * 8)) & 255,
  );
}

/** A GUID's 16 bytes as .NET and Windows keep them: its first three numbers begin with their last byte. */
function bytesOfGuid(key: string): Uint8Array<ArrayBuffer> | null {
  const digits = /^\{?([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})\}?$/i.exec(key.trim())?.[1];
  if (!digits) return null;
  const bytes = fromHex(digits.replaceAll("-", ""));
  for (const [start, end] of [
    [0, 4],
    [4, 6],
    [6, 8],
  ] as const)
    bytes.subarray(start, end).reverse();
  return bytes;
}
