import { browser } from "./browser";
import { csharp } from "./csharp";
import { go } from "./go";
import { java } from "./java";
import { node } from "./node";
import { php } from "./php";
import type { Phrases } from "./phrases";
import { python } from "./python";
import { ruby } from "./ruby";
import { shell } from "./shell";

/** The lines of each language, by its id. */
export const phrases: Readonly<Record<string, Phrases>> = {
  browser,
  csharp,
  go,
  java,
  node,
  php,
  python,
  ruby,
  shell,
};
