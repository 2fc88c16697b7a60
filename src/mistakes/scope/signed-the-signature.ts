import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { bytesToBase64, fromHex } from "../text/bytes";
import { LESS_USUAL, SELDOM, USUAL } from "../weights";

export const signedTheSignature: Mistake = {
  id: "signed-the-signature",
  group: "scope",
  title: "The {signature} itself was signed once more.",
  why: "The function that signs was called twice, the second time with what the first had returned.",
  fix: "Sign once, and send what comes of it.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "{}" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "signature={}" },
  *resigned(_, signature) {
    const bytes = fromHex(signature);
    yield { value: signature, detail: "Its hexadecimal digits were signed.", weight: USUAL };
    yield { value: bytes, detail: "Its bytes were signed.", weight: LESS_USUAL };
    yield { value: bytesToBase64(bytes), detail: "Its base64 was signed.", weight: LESS_USUAL };
    yield { value: signature.toUpperCase(), detail: "Its upper-case digits were signed.", weight: SELDOM };
  },
};
