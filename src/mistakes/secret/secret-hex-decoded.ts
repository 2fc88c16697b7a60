import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { fromHex, hexReadings } from "../text/bytes";
import { decodedWays } from "../text/stored-forms";

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
    const guid = bytesOfGuid(key);
    if (guid) yield { value: guid, detail: "In the order of .NET’s Guid.ToByteArray." };
  },
};

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
