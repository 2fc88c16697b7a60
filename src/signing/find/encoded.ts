/** A piece of a text in another spelling. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What was written in one encoding: where it stands, and what it reads. */
export interface Encoded {
  readonly bodies: readonly { readonly start: number; readonly end: number }[];
  readonly changes: readonly Change[];
}
