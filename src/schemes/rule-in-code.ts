/** A name for a stretch of the URL: lower case, one word, a variable in every language. */
export type RulePart = "address" | "path" | "query" | "fragment" | "endpoint" | "format";

/** A literal text, a part of the URL or another text where it is empty, or more text where a part is not empty. */
export type RulePiece =
  | string
  | { readonly part: RulePart | "signature"; readonly orElse?: string }
  | { readonly when: RulePart; readonly add: readonly RulePiece[] };

/**
 * A scheme's rule for any unsigned URL as it is sent, as data that is written out in every language. It must say what `signingString` and
 * `assemble` do: the tests compare them over random URLs.
 */
export interface RuleInCode {
  /** Matches the whole URL, one group a part, no group optional: what POSIX `sed -E` and every language's own expressions share. */
  readonly pattern: string;
  /** The parts that the groups capture, in order. */
  readonly parts: readonly RulePart[];
  readonly signingString: readonly RulePiece[];
  readonly signedUrl: readonly RulePiece[];
}
