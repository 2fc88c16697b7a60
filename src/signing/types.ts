import type { ComputationName } from "./computations";

/** A URL's text cut at its delimiters; `joinUrl` restores the text exactly. Nothing in it is decoded or re-encoded. */
export interface UrlText {
  /** Scheme, `://` and authority as typed, and the folder where a proxy has the vendor's paths; empty when the text has none. */
  readonly origin: string;
  /** As typed, with its leading `/`; may be empty. */
  readonly path: string;
  /** After the first `?` before any `#`, without it; `null` when there is no `?`. */
  readonly query: string | null;
  /** After the first `#`, without it; `null` when there is no `#`. */
  readonly fragment: string | null;
}

/** The roles that a piece of a URL can play. Each has one colour on the page. */
export type PartKind = "origin" | "delimiter" | "path" | "query" | "signature" | "fragment";

/** A piece of text and its role; the texts of a list of parts, joined, are the whole. */
export interface Part {
  readonly kind: PartKind;
  readonly text: string;
}

/** User mistakes are data, never exceptions. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** One click that replaces the text in the URL field. */
export interface Rewrite {
  readonly label: string;
  readonly text: string;
}

/** What stops signing: a stable kind, and a sentence that says what is wrong, where, and what to do. */
export interface Problem {
  /** Stable: names it in the document (`data-problem`). */
  readonly kind: string;
  readonly sentence: string;
  /** What is missing, where it is not the URL: said in place of the results. */
  readonly needs?: string;
  readonly rewrite?: Rewrite;
}

/** A change or a risk that a user must know of, shown in place. */
export interface Note {
  /** Stable: names it in the document (`data-note`); one of a kind at a time. */
  readonly kind: string;
  readonly sentence: string;
  /** True where it warns of a request that will fail, or of a secret in danger; else it only tells what was done. */
  readonly risk?: true;
  /** What was changed, or what a browser would change: shown as before → after. */
  readonly changes?: readonly BeforeAfter[];
  readonly rewrite?: Rewrite;
  /** One click that chooses another scheme. */
  readonly switchTo?: { readonly label: string; readonly schemeId: string };
  /** True where one click takes off what came along with the secret. */
  readonly bares?: true;
  /** True where one click moves what was pasted to the field of the secret. */
  readonly moves?: true;
}

export interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

/** A signature that the pasted URL already carries. */
export interface FoundSignature {
  /** Exactly as pasted, in whatever form it has. */
  readonly text: string;
  /** Where it stands in the URL's text as typed, in UTF-16 units. */
  readonly start: number;
  /** `null` where the vendor expects it, otherwise the id of the mistake that its place is. */
  readonly misplaced: string | null;
  /** Texts of which one may be another signature, where the URL carries two and no parameter tells them. */
  readonly others?: readonly string[];
}

/** What stands in the fields beside the URL, from which a scheme may build a link; by their names, which the scheme gives them. */
export type Settings = Readonly<Record<string, string>>;

/** What a scheme has read from a URL: everything that signing, checking and diagnosing it need. */
export interface SigningRequest {
  /** The URL as typed or found in the paste, cut, before anything was changed. */
  readonly typed: UrlText;
  /** The URL as it goes on the wire, without its signature. */
  readonly unsigned: UrlText;
  /** The exact string that is signed: ASCII, percent-encoded as it is sent. */
  readonly signingString: string;
  /** The same, in parts. */
  readonly signingParts: readonly Part[];
  readonly found: FoundSignature | null;
  /** The hash that the signature's length decides, or `null` where the user's choice stands. */
  readonly hash: ComputationName | null;
  /** True when the URL was built from a page address and `Settings`. */
  readonly built: boolean;
  /** On the paste that it was read from. */
  readonly notes: readonly Note[];
}
