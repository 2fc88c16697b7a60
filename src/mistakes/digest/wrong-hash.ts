import { HASHES } from "../hashes";
import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const wrongHash: Mistake = {
  id: "wrong-hash",
  group: "digest",
  ofHmac: true,
  title: "Another hash than {hash} was used.",
  why: "Examples and libraries use many hashes, most often SHA-256, and one is easily taken by habit.",
  fix: "Pass {hash} to the HMAC function.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { hash: "SHA-256" } },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}#x`, digest: { hash: "SHA-256" } },
  *digests({ hashes }) {
    for (const [hash] of HASHES)
      if (!hashes.some((known) => known === hash))
        yield { value: { hash, mode: "hmac", joint: "" }, detail: `It was ${hash}.` };
  },
};
