import type { Grammar } from "./grammar";
import type { SnippetPlan } from "./plan";

/** A function for any URL with one call, a program for this URL alone, or a test of the function; in the order shown. */
export const FORMS = ["function", "script", "test"] as const;

export type Form = (typeof FORMS)[number];

/** A published secret and what it makes of a URL: what a test may hold. */
export interface KnownAnswer {
  /** As it is sent, without its signature. */
  readonly url: string;
  readonly secret: string;
  readonly signedUrl: string;
}

/** Code in one form. */
export interface Program<Extra extends readonly unknown[] = []> {
  /** What the code is saved as where it is run. */
  readonly fileName: string;
  write(plan: SnippetPlan, ...extra: Extra): string;
}

/** Everything that the playground knows of one language. */
export interface Language {
  /** What links call it, and what its tab's panel is named by. */
  readonly id: string;
  /** The name of its tab. */
  readonly label: string;
  /** How function and script are used, where they are no programs that read the secret from the environment. */
  readonly usage?: string;
  /** `sign(url, secret)`, and a call that prints the signed URL and a line break; in the browser, a function that returns it. */
  readonly function: Program;
  /** A complete program that prints the signed URL and a line break; in the browser, a function that returns it. */
  readonly script: Program;
  /** The function and a test of it, for the language's usual test runner. */
  readonly test: Program<[known: KnownAnswer]> & { readonly runner: string; readonly command: string };
  /** How to colour it. */
  readonly grammar: Grammar;
}

/** The code in one form; `known` is what its test holds, and without it there is no test. */
export function writeCode(
  language: Language,
  form: Form,
  plan: SnippetPlan,
  known: KnownAnswer | null,
): string {
  if (form !== "test") return language[form].write(plan);
  return known ? language.test.write(plan, known) : "";
}
