import { toHex } from "../../signing/hmac";
import { HASHES } from "../hashes";
import type { Message, Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { bytesToBase64 } from "../text/bytes";

export const secretAndStringHashed: Mistake = {
  id: "secret-and-string-hashed",
  group: "digest",
  ofHmac: true,
  title: "Secret and string were each hashed first, and the HMAC was made of the two hashes.",
  why: "Code that runs MessageDigest, hashlib or sha1() over its inputs before the HMAC does a part of the HMAC’s own work twice.",
  fix: "Pass the secret and the string themselves to the HMAC function, which hashes them on its own.",
  // The SHA-1 of each in hexadecimal, by sha1sum.
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    key: "4896d24d7cf9408e138a8ac8855f81e05391b501",
    signed: "27b210d43255a509db69479b4a60d63ba2b0e588",
  },
  nearMiss: {
    url: PHOTO_URL,
    secret: SECRET,
    key: "4896d24d7cf9408e138a8ac8855f81e05391b501",
    signed: "0123456789abcdef0123456789abcdef01234567",
  },
  *recipes({ request, secret, rights, digest: hashed }) {
    const utf8 = new TextEncoder();
    for (const [hash] of HASHES) {
      const [key, message] = [secret, request.signingString].map((text) => hashed(hash, utf8.encode(text)));
      if (!key || !message) continue;
      for (const [write, how] of WRITINGS)
        for (const digest of rights)
          yield {
            key: write(key),
            message: write(message),
            digest,
            detail: `The string’s ${hash} was signed, and both were used ${how}.`,
            keyDetail: `The secret’s ${hash} was the key.`,
          };
    }
  },
};

type Bytes = Uint8Array<ArrayBuffer>;

const WRITINGS: readonly [write: (bytes: Bytes) => Message, how: string][] = [
  [(bytes) => bytes, "as raw bytes"],
  [toHex, "in hexadecimal"],
  [bytesToBase64, "in base64"],
];
