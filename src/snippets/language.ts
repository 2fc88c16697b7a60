import type { Grammar } from "./grammar";
import type { SnippetPlan } from "./plan";

/** Everything that the playground knows of one language. */
export interface Language {
  /** Names its tab’s panel. */
  readonly id: string;
  /** The name of its tab. */
  readonly label: string;
  /** How the code is used, where it is no program that reads the secret from the environment. */
  readonly usage?: string;
  /** What the program is saved as where it is run. */
  readonly fileName: string;
  /** A complete program that prints the signed URL and a line break; in the browser, a function that returns it. */
  write(plan: SnippetPlan): string;
  /** How to colour it. */
  readonly grammar: Grammar;
}
