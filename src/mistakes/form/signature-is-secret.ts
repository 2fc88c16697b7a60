import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

export const signatureIsSecret: Mistake = {
  id: "signature-is-secret",
  group: "form",
  holdsSecret: true,
  title: "The secret itself was sent in the place of the {signature}.",
  why: "A field called “signature” or “token” was filled with the secret, or code puts it into the URL where it should sign with it.",
  fix: "Have a new secret made, for whoever gets this URL has the old one, and send the {computation} of the string.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: () => SECRET },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, form: () => SECRET.toUpperCase() },
};
