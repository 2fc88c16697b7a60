import type { AnyHash, Group, ToldTraits } from "../mistakes/mistake";
import type { ComputationName } from "../signing/computations";
import type { Settings } from "../signing/types";

/** Everything that the search for a mistake starts from. */
export interface DiagnosisInput {
  readonly schemeId: string;
  /** The text of the URL field, exactly. */
  readonly pasted: string;
  readonly settings: Settings;
  /** The user's choice; a URL whose signature has the length of another hash overrules it. */
  readonly hash: ComputationName;
  /** The secret as entered. */
  readonly secret: string;
  /** Other secrets, one for each line as the user numbered them; empty lines are kept so that the numbers stay right. */
  readonly otherSecrets: readonly string[];
}

/** One mistake of an explanation, in the words that a user reads. */
export interface ExplainedMistake extends ToldTraits {
  /** From the catalogue; stable. */
  readonly id: string;
  readonly group: Group;
  /** What went wrong, one sentence in the past tense. */
  readonly title: string;
  /** Which language, library or tool does it. */
  readonly why: string;
  /** What to do, one imperative sentence. */
  readonly fix: string;
  /** What exactly, such as the parameter's name. Never a character of a secret. */
  readonly detail?: string | undefined;
  /** True where the secret has it as it was entered, and the key that signed had not: the URL may be right. */
  readonly entered?: true | undefined;
  /** True where another story fits the same string; the words tell both. */
  readonly isDoubtful?: true | undefined;
  /** True where what was sent was damaged, so that the URL that was signed is the right one. */
  readonly isDamage?: true | undefined;
  /** True where what was sent may be what is meant, though it is likely to be damaged. */
  readonly mayBeMeant?: true | undefined;
  /** The path that may be meant in place of the one that was sent, which asks for another file. */
  readonly mayBePath?: string | undefined;
  /** The query that may be meant in place of the one that was sent, with an escaped plus. */
  readonly mayBeQuery?: string | undefined;
  /** The string that it had made of the right one by itself; absent where that is not known, or it is none of the string. */
  readonly alone?: string | undefined;
  /** Which of the signature's characters are wrong, from 0; absent where none is by itself. */
  readonly wrong?: readonly number[] | undefined;
}

/** How the key that signed differs from the entered secret, without any of its characters. */
export interface KeyUse {
  readonly sentence: string;
  /** Marks to draw before the dots, such as `“` or `BOM`. */
  readonly before: readonly string[];
  /** How many dots stand for the key's own characters. */
  readonly dots: number;
  /** Marks to draw after the dots, such as `LF`. */
  readonly after: readonly string[];
  /** Which of the dots are not those that were entered; where `start` is `end`, the place of one that is missing. */
  readonly odd?: { readonly start: number; readonly end: number } | undefined;
  /** The key itself, where the sentence tells all of it: then it is no part of the secret. */
  readonly told?: string | undefined;
}

/** Another right URL than the one that was sent, signed with the entered secret: which of the two is wanted, only its owner knows. */
export interface Choice {
  /**
   * What it does otherwise: it lacks values that were never filled in, or what was not signed; it has the whole address inside it escaped; its path
   * asks for another file; it is signed with another hash; it is as it was before it was changed after signing; of a name that stands in it twice
   * it has one parameter; it has “%2B” where a plus may be meant, or “%26” for the “&” of a value; or what was encoded twice is so once.
   */
  readonly kind:
    | "unset"
    | "signed"
    | "escaped"
    | "path"
    | "hash"
    | "before"
    | "name"
    | "plus"
    | "ampersand"
    | "once";
  /** The parameters that it lacks, for “ampersand” what becomes a part of a value, as they stand in the URL where they were never filled in; or that become part of the address. For “hash” the hash, for “name” the parameter that it has. */
  readonly names: readonly string[];
  /** The parameter that holds an address, for “escaped”; what stands for a space, for “path”; the hash that is chosen, for “hash”. */
  readonly of?: string;
  /** True where it is the very URL that was signed, with the same digits. */
  readonly isSigned?: true;
  /** The hash that it is signed with, where nothing tells which one is right. */
  readonly hash?: ComputationName;
  /** True of “before” where it may as well be that nothing was changed. */
  readonly isOpen?: true;
  readonly url: string;
}

/** Every word of it was verified: the pasted digits were recomputed from exactly this. */
export interface Explained {
  readonly state: "explained";
  /** In the order secret, scope, encoding, later changes, digest, form. */
  readonly mistakes: readonly ExplainedMistake[];
  /** The exact string that was really signed; `null` when the secret was the message. */
  readonly signed: string | null;
  /** The string that should have been signed. */
  readonly shouldBe: string;
  /** The URL as it was signed, where only the URL is at fault: with it the signature is right. `null` otherwise. */
  readonly repaired: string | null;
  /** The right URL, where what was sent was damaged on its way, so that it is not what is to be signed. `null` otherwise. */
  readonly corrected: string | null;
  /** The hash with which that one is signed, where nothing tells which one is right. */
  readonly correctedWith?: ComputationName;
  /** The URL that was sent, signed anew with the hash that made its digits; absent where that one is chosen, or is not known. */
  readonly resigned?: { readonly url: string; readonly hash: ComputationName };
  /** The right string of the URL before it was changed after signing, where more than that went wrong; absent where it is not known. */
  readonly beforeChange?: string;
  /** Other URLs that may be wanted in its place; absent where there is none. */
  readonly choices?: readonly Choice[];
  /** `null` when the key is the entered secret. */
  readonly keyUse: KeyUse | null;
  /** What was computed, such as "HMAC-SHA1 of exactly this string with exactly this secret"; `null` where what was pasted is no digest at sight. */
  readonly formula: string | null;
  /** The hash that it was computed with; absent where none was, or it is not known. */
  readonly hash?: AnyHash | undefined;
  /** The signature that the URL carries, as pasted. */
  readonly digits: string;
  /** How many bits of the recomputed HMAC agree with the pasted signature: all that it has. */
  readonly bits: number;
  /** How many of `digits` are not those of the recomputed HMAC, 0 where one is missing; absent where all are there. */
  readonly wrongDigits?: number;
  /** One sentence on the known client that signs like this. */
  readonly client: string | null;
  /** Who makes the pasted URL of the signed one, and what the digits leave open, one or two sentences; absent where nobody is known to. */
  readonly sender?: string | undefined;
  /** How many HMACs and digests were computed. */
  readonly tried: number;
  readonly milliseconds: number;
  /** Sentences on where the search was cut short; empty when it was not. */
  readonly limits: readonly string[];
}

/** Nothing in the catalogue, alone or in pairs, reproduces the signature. */
export interface Unexplained {
  readonly state: "unexplained";
  /** Short phrases that name what was excluded, with counts. */
  readonly excluded: readonly string[];
  /** What that leaves, one or two sentences. */
  readonly leaves: string;
  readonly tried: number;
  readonly milliseconds: number;
  readonly limits: readonly string[];
}

export type Diagnosis = Explained | Unexplained;

/** Where a running search stands. */
export interface Progress {
  /** How many HMACs and digests were computed so far. */
  readonly tried: number;
  /** What is being tried, such as "single mistakes". */
  readonly level: string;
  /** Short phrases that name what is excluded already, with counts. */
  readonly excluded: readonly string[];
}
