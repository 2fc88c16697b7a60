import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { LIKELY } from "../weights";

export const secretWithSignsAround: Mistake = {
  id: "secret-with-signs-around",
  group: "secret",
  answerTells: "name",
  title: "The secret entered here has more around it than the one that signed.",
  why: "A full stop, brackets or the signs of Markdown come along from a sentence, a mail or a chat.",
  fix: "Enter the secret without them.",
  example: signedWithKey("s3cretKey.", "s3cretKey"),
  nearMiss: signedWithKey("s3cretKey..", "s3cretKey"),
  *keys(key) {
    const [, sign] = /[^.,;:]([.,;:])$/.exec(key) ?? [];
    if (sign) yield without(key.slice(0, -1), `has “${sign}” at its end`);
    const [, bullet] = /^([-*•>]) ./.exec(key) ?? [];
    if (bullet) yield without(key.slice(2), `has “${bullet}” and a space at its start`);
    for (const [open, close] of PAIRS)
      if (key.startsWith(open) && key.endsWith(close) && key.length > open.length + close.length)
        yield without(key.slice(open.length, -close.length), `stands in “${open}…${close}”`);
  },
};

function without(value: string, has: string): Variant<Key> {
  const detail = `The secret entered here ${has}, the secret that signed had none of it.`;
  return { value, detail, entered: true, weight: LIKELY };
}

const PAIRS = [
  ["<", ">"],
  ["**", "**"],
  ["*", "*"],
  ["__", "__"],
  ["_", "_"],
  ["`", "`"],
  ["```", "```"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
] as const;
