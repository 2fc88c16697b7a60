/** A computation as each language writes it: of the variables for secret and signing string, to one for the signature in lower-case hex. */
export interface ComputationInCode {
  /** A name of node:crypto, and what it begins with; the signing string and the digest follow. */
  readonly node: { readonly imports: string; begin(secret: string): string };
  /** Lines of an `async` function. */
  readonly browser: string;
  readonly python: { readonly imports: readonly string[]; readonly signature: string };
  readonly php: string;
  readonly ruby: string;
  readonly java: { readonly imports: readonly string[]; readonly lines: string };
  /** What is to be disposed of, and the bytes that it makes. */
  readonly csharp: { readonly using: string; readonly bytes: string };
  readonly go: { readonly imports: readonly string[]; readonly lines: string };
  /** A pipeline, given how the secret stands inside double quotes. */
  shell(secret: string): string;
}
