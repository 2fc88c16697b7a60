import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED, urlSafe } from "../sample";
import { toBase64 } from "../text/bytes";
import { stringsOf } from "../text/strings-of";
import { wrappings } from "../text/wrapping";
import { RARE } from "../weights";

export const signedAsBase64: Mistake = {
  id: "signed-as-base64",
  group: "encoding",
  title: "The string was signed in base64.",
  why: "imgproxy, CloudFront policies and JSON Web Tokens sign base64, and code for them may have been reused.",
  fix: "Sign the string itself, and write only the {signature} as the vendor asks.",
  example: { url: PHOTO_URL, secret: SECRET, signed: btoa(SIGNED) },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, key: btoa(SECRET) },
  *messages(message) {
    const base64 = toBase64(message);
    yield { value: base64, detail: "With padding.", weight: RARE };
    yield { value: urlSafe(base64), detail: "For URLs, without padding.", weight: RARE };
  },
  *alone(url, { rule }) {
    for (const [text, part] of stringsOf(url, rule)) {
      const base64 = toBase64(text);
      for (const [value, detail] of writings(base64))
        for (const end of ["", "\n"])
          yield { value: value + end, detail: `${part}${detail}${end && " A line feed followed."}` };
      for (const [value] of wrappings(base64, [64, 76]))
        yield { value: `${value}\n`, detail: `${part}Broken into lines.` };
    }
  },
};

function writings(base64: string): [value: string, detail: string][] {
  return [
    [base64, "With padding."],
    [base64.replace(/=+$/, ""), "Without padding."],
    [urlSafe(base64), "For URLs, without padding."],
    [base64.replaceAll("+", "-").replaceAll("/", "_"), "For URLs, with padding."],
    [base64.replaceAll("+", "-").replaceAll("=", "_").replaceAll("/", "~"), "In CloudFront’s alphabet."],
    [encodeURIComponent(base64), "Percent-encoded."],
  ];
}
