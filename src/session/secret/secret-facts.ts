import { groupDigits } from "../../signing/wording/group-digits";

/** After so many minutes in which nobody touches the page, the secret is forgotten. */
export const IDLE_MINUTES = 15;

/** What a page may know of the secret: never any of its text. */
export interface SecretFacts {
  /** Counts edits. */
  readonly revision: number;
  /** Counts remounts of the field. */
  readonly field: number;
  readonly characters: number;
  /** Of its UTF-8 form, which is the key. */
  readonly bytes: number;
  /** True for the published secret of an example. */
  readonly demo: boolean;
  /** The text of that one; empty where the secret is its user's own. */
  readonly published: string;
  /** True where the published secret was asked for in a case of one's own. */
  readonly demoChosen: boolean;
  /** True while the secret is being typed, when it is not called wrong yet. */
  readonly typing: boolean;
  /** What a paste carried around the secret, in words; empty when nothing. */
  readonly pasted: readonly string[];
  readonly pastedKept: boolean;
  /** True where the field holds a line of a `.env` file, name and all. */
  readonly isAssignment: boolean;
  /** How many characters a paste took the place of, which can be put back; 0 where it took none. */
  readonly replaced: number;
  /** True where the field is empty because nobody touched the page for so long. */
  readonly expired: boolean;
  /** Counts edits of the other secrets. */
  readonly others: number;
}

/** Of a secret that is its user's own. */
export const OWN: Pick<SecretFacts, "demo" | "published" | "demoChosen"> = {
  demo: false,
  published: "",
  demoChosen: false,
};

/** Before a paste: nothing came with the secret. */
export const NOTHING_PASTED: Pick<
  SecretFacts,
  "pasted" | "pastedKept" | "isAssignment" | "replaced" | "expired"
> = {
  pasted: [],
  pastedKept: false,
  isAssignment: false,
  replaced: 0,
  expired: false,
};

/** Before anything is entered. */
export const NO_SECRET: SecretFacts = {
  revision: 0,
  field: 0,
  characters: 0,
  bytes: 0,
  ...OWN,
  typing: false,
  ...NOTHING_PASTED,
  others: 0,
};

/** The size of a secret, which is all that is kept of its text. */
export function measure(text: string): Pick<SecretFacts, "characters" | "bytes"> {
  return { characters: [...text].length, bytes: new TextEncoder().encode(text).length };
}

/** Its size in words; empty where there is none. */
export function secretSize({ characters, bytes }: SecretFacts): string {
  if (bytes === 0) return "";
  return `${count(characters, "character")}, ${count(bytes, "byte")}`;
}

export function count(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? "" : "s"}`;
}
