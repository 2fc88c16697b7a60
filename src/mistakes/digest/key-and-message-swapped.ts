import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const keyAndMessageSwapped: Mistake = {
  id: "key-and-message-swapped",
  group: "digest",
  ofHmac: true,
  title: "The secret and the string changed places in the HMAC.",
  why: "Languages differ: PHP and CryptoJS take the string first, Python, Ruby and Go the secret.",
  fix: "Pass the secret as the key and the string as the message.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { mode: "swapped" } },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { mode: "key+message" } },
  *digests({ hashes }) {
    for (const hash of hashes) yield { value: { hash, mode: "swapped", joint: "" } };
  },
};
