import { browser } from "./browser";
import { csharp } from "./csharp";
import { go } from "./go";
import { java } from "./java";
import type { Language } from "./language";
import { node } from "./node";
import { php } from "./php";
import { python } from "./python";
import { ruby } from "./ruby";
import { shell } from "./shell";

/** Every language that code is written in, in the order of its tabs: the likeliest first. The only list of them. */
export const languages: readonly [Language, ...Language[]] = [
  node,
  python,
  php,
  ruby,
  java,
  csharp,
  go,
  shell,
  browser,
];

/** The language that a link names; ids come from links, which anyone can write. */
export function findLanguage(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
