import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { fromBase64 } from "../text/bytes";
import { stringsOf } from "../text/strings-of";

const URL_TEXT = "https://images.example.net/photos/cat/new.jpg?width=200&signature={}";

export const stringDecodedFromBase64: Mistake = {
  id: "string-decoded-from-base64",
  group: "encoding",
  title: "The string was taken for base64, and the bytes that this stands for were signed.",
  why: "A function was told that its text is base64, as Node’s update(text, 'base64') is, or base64_decode was called on text that never was base64; both skip what is no digit.",
  fix: "Sign the text’s own UTF-8 bytes: update(text), or update(text, 'utf8').",
  example: {
    url: URL_TEXT,
    secret: SECRET,
    signed: fromBase64("/photos/cat/newjpgwidth") ?? "",
  },
  nearMiss: {
    url: URL_TEXT,
    secret: SECRET,
    signed: fromBase64("photos/cat/newjpgwidth") ?? "",
  },
  *alone(url, { rule }) {
    for (const [text, part] of stringsOf(url, rule))
      for (const [digits, where] of [
        [text, text.includes("=") ? "Up to its first “=”." : ""],
        [text.replaceAll("=", ""), "“=” was skipped, too."],
        [text.replace(/[=_-]/g, ""), "“=”, “-” and “_” were skipped, too, as PHP does."],
      ] as const) {
        const bytes = fromBase64(digits);
        if (bytes) yield { value: bytes, detail: (part + where).trim() || undefined };
      }
  },
};
