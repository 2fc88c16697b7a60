import { toHex } from "../../signing/hmac";
import type { AnyHash, Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { bytesToBase64 } from "../text/bytes";
import { RARE, SELDOM } from "../weights";

/** MD5 of “s3cretKey”, by `printf %s s3cretKey | md5sum`. */
const MD5_OF_SECRET = "e660ec7cd152e2cff728d09a6c6676f1";

export const secretHashed: Mistake = {
  id: "secret-hashed",
  group: "secret",
  answerTells: "name",
  title: "The secret was hashed before it was used.",
  why: "Code that treats secrets like passwords hashes them first, and recipes that derive a key do the same.",
  fix: "Sign with the secret itself, not with a hash of it.",
  example: signedWithKey("s3cretKey", MD5_OF_SECRET),
  nearMiss: signedWithKey("s3cretKey", "733363726574"),
  *keys(key, { digest }) {
    const text = new TextEncoder().encode(key);
    for (const hash of HASHES) yield* written(digest(hash, text), `Its ${hash} digest`);
  },
};

const HASHES: readonly AnyHash[] = ["MD5", "SHA-1", "SHA-256", "SHA-512", "SHA-384"];

function* written(bytes: Uint8Array<ArrayBuffer>, what: string): Generator<Variant<Key>> {
  const hex = toHex(bytes);
  yield { value: hex, detail: `${what}, in hexadecimal, was used.`, weight: SELDOM };
  yield { value: bytes, detail: `${what}, as raw bytes, was used.`, weight: SELDOM };
  yield { value: bytesToBase64(bytes), detail: `${what}, in base64, was used.`, weight: RARE };
  yield {
    value: hex.toUpperCase(),
    detail: `${what}, in upper-case hexadecimal, was used.`,
    weight: RARE,
  };
}
