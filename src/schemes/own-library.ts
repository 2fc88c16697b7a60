/** The vendor's own library for a language. */
export interface OwnLibrary {
  /** How it is installed. */
  readonly install: string;
  /** How it is called: it reads the secret from the environment, and prints a signed URL. */
  readonly code: string;
  /** What its URLs are like where they could surprise, in a sentence or two. */
  readonly remark: string;
}

/** By the id of the language. */
export type OwnLibraries = Readonly<Record<string, OwnLibrary>>;
