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

/** Every language that a snippet is written in, in the order of its tabs. The only list of them. */
export const languages: readonly [Language, ...Language[]] = [
  shell,
  node,
  browser,
  python,
  ruby,
  php,
  go,
  java,
  csharp,
];
