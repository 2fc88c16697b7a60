import { toHex } from "../../signing/hmac";
import { HASHES } from "../hashes";
import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { bytesToBase64 } from "../text/bytes";
import { RARE, SELDOM, USUAL } from "../weights";

export const signedAsDigest: Mistake = {
  id: "signed-as-digest",
  group: "encoding",
  title: "A hash of the string was signed, not the string itself.",
  why: "Services that sign a body sign its hash, and code for them may have been reused; or the string was hashed first because it was long.",
  fix: "Pass the string itself to the {computation}, which hashes it on its own.",
  // The MD5 of the right string.
  example: { url: PHOTO_URL, secret: SECRET, signed: "870c2414f8499f723f27c64fbb521018" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "0123456789abcdef0123456789abcdef" },
  *alone(url, { rule, digest }) {
    const bytes = new TextEncoder().encode(rule(url));
    for (const [hash] of HASHES) {
      const hashed = digest(hash, bytes);
      const hex = toHex(hashed);
      yield { value: hex, detail: `Its ${hash} in hex.`, weight: USUAL };
      yield { value: hex.toUpperCase(), detail: `Its ${hash} in upper-case hex.`, weight: RARE };
      yield { value: hashed, detail: `The bytes of its ${hash}.`, weight: SELDOM };
      yield { value: bytesToBase64(hashed), detail: `Its ${hash} in base64.`, weight: SELDOM };
    }
  },
};
