import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { LESS_LIKELY, LESS_USUAL, MUCH_LESS_LIKELY, USUAL } from "../weights";

export const signedWithEmptySignature: Mistake = {
  id: "signed-with-empty-signature",
  group: "scope",
  title: "An empty {signature} parameter was signed along.",
  why: "Code adds the parameter first and fills it in after signing.",
  fix: "Sign first, then add the {signature}.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&signature=` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&` },
  *messages(message, { signatureNames }) {
    const joint = message.includes("?") || (message.includes("=") && !message.startsWith("/")) ? "&" : "?";
    for (const name of signatureNames) {
      const weight = name === signatureNames[0] ? USUAL : LESS_USUAL;
      for (const end of [`${name}=`, name]) {
        yield { value: `${message}${joint}${end}`, weight };
        if (joint === "?") yield { value: `${message}&${end}`, weight: weight + MUCH_LESS_LIKELY };
      }
      for (const word of ["null", "undefined", "None", "nil", "false", "0", "{}", "%s"])
        yield {
          value: `${message}${joint}${name}=${word}`,
          detail: `Its value was “${word}”.`,
          weight: weight + MUCH_LESS_LIKELY,
        };
      const at = message.indexOf("?") + 1;
      if (at > 0 || joint === "&") {
        yield {
          value: `${message.slice(0, at)}${name}=&${message.slice(at)}`,
          detail: "It stood first.",
          weight: weight + LESS_LIKELY,
        };
        yield {
          value: `${message.slice(0, at)}${name}&${message.slice(at)}`,
          detail: "It stood first.",
          weight: weight + MUCH_LESS_LIKELY,
        };
      }
    }
  },
};
