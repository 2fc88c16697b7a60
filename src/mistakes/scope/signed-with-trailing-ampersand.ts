import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { VERY_RARE } from "../weights";

export const signedWithTrailingAmpersand: Mistake = {
  id: "signed-with-trailing-ampersand",
  group: "scope",
  title: "A “&” stood at the end of the string that was signed.",
  why: "A loop that writes “name=value&” leaves one too many, or the “&” of “&signature=” was signed.",
  fix: "Join the parameters with “&” between them only.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&signature=` },
  *messages(message) {
    yield { value: `${message}&` };
    yield { value: `${message}&&`, weight: VERY_RARE };
    if (!message.includes("?")) yield { value: `${message}?&`, weight: VERY_RARE };
  },
};
