import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { RARE, USUAL } from "../weights";

export const signedWithShellEscapes: Mistake = {
  id: "signed-with-shell-escapes",
  group: "encoding",
  title: "The string was signed with the escapes of a shell in it.",
  why: "A shell takes “\\&” or “^&” for “&”, but inside quotes, and in a file, the escape stays; some terminals put it in when a URL is pasted.",
  fix: "Put the URL into single quotes, without escapes.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg\\?width\\=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg/?width/=200" },
  *alone(url, { rule }) {
    const text = rule(url);
    for (const [marks, mark, weight] of ESCAPES)
      yield {
        value: text.replaceAll(marks, `${mark}$&`),
        detail: `“${mark}” stood before what a shell reads as its own.`,
        weight,
      };
  },
};

const ESCAPES: readonly [marks: RegExp, mark: string, weight: number][] = [
  [/[?&=]/g, "\\", USUAL],
  [/&/g, "\\", USUAL],
  [/[?&]/g, "\\", USUAL],
  [/\?/g, "\\", RARE],
  [/[^\w./:%@+,-]/g, "\\", USUAL],
  [/&/g, "^", USUAL],
  [/[&^|<>()!"%]/g, "^", RARE],
  [/%/g, "%", RARE],
  [/&/g, "`", RARE],
];
