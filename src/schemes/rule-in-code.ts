/** A literal text, a part of the URL or another text where it is empty, or more text where a part is not empty. */
export type RulePiece<Part extends string = string> =
  | string
  | { readonly part: Part | "signature"; readonly orElse?: string }
  | { readonly when: Part; readonly add: readonly RulePiece<Part>[] };

/**
 * A scheme's rule for any unsigned URL as it is sent, as data that is written out in every language. It must say what `signingString` and
 * `assemble` do: the tests compare them over random URLs.
 *
 * `Part` names the stretches of the scheme's URLs: lower case, one word, a variable in every language. Where a path or a query is
 * signed they are called `path` and `query`.
 */
export interface RuleInCode<Part extends string = string> {
  /** Matches the whole URL, one group a part, no group optional: what POSIX `sed -E` and every language's own expressions share. */
  readonly pattern: string;
  /** The parts that the groups capture, in order. */
  readonly parts: readonly Part[];
  readonly signingString: readonly RulePiece<Part>[];
  readonly signedUrl: readonly RulePiece<Part>[];
}

/** What code has in the place of a scheme's pieces where it makes one of the mistakes that only this scheme invites; by the mistake's id. */
export type MistakenCode<Part extends string = string> = Readonly<
  Record<string, Partial<Pick<RuleInCode<Part>, "signingString" | "signedUrl">>>
>;
