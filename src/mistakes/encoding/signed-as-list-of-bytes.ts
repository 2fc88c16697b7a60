import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { stringsOf } from "../text/strings-of";

const utf8 = new TextEncoder();

export const signedAsListOfBytes: Mistake = {
  id: "signed-as-list-of-bytes",
  group: "encoding",
  title: "The string was signed as the list of its bytes.",
  why: "Bytes were put into a text again, and a language prints them as numbers: “%v” in Go, Arrays.toString in Java, String() and JSON.stringify in JavaScript.",
  fix: "Hand the bytes themselves to the function that signs, and not their print.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `[${utf8.encode(SIGNED).join(" ")}]` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: utf8.encode(SIGNED).join(" ") },
  *alone(url, { rule }) {
    for (const [text, part] of stringsOf(url, rule)) {
      const bytes = Array.from(utf8.encode(text));
      for (const [print, detail] of PRINTS) yield { value: print(bytes), detail: `${part}${detail}` };
    }
  },
};

const hexOf = (byte: number) => byte.toString(16).padStart(2, "0");

const PRINTS: readonly (readonly [print: (bytes: readonly number[]) => string, detail: string])[] = [
  [(bytes) => `[${bytes.join(" ")}]`, "As Go prints it."],
  [(bytes) => `[${bytes.join(", ")}]`, "As Java, Python, Ruby, Rust and Swift print it."],
  [(bytes) => bytes.join(), "As JavaScript prints it."],
  [(bytes) => `[${bytes.join()}]`, "As JSON."],
  [(bytes) => JSON.stringify({ type: "Buffer", data: bytes }), "As the JSON of Node’s Buffer."],
  [(bytes) => JSON.stringify({ ...bytes }), "As the JSON of a Uint8Array."],
  [(bytes) => bytes.map((byte) => hexOf(byte)).join(" "), "In hexadecimal, with spaces."],
  [(bytes) => bytes.map((byte) => hexOf(byte).toUpperCase()).join("-"), "As BitConverter of .NET prints it."],
];
