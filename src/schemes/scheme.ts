import type { ComputationName } from "../signing/computations";
import type { Rule } from "../signing/rule";
import type { Rewrite, Settings, SigningRequest, UrlText } from "../signing/types";

/** A case to start from, with its published demo secret. */
export interface Example {
  /** Stable: links store it. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly secret: string;
  readonly hash?: ComputationName;
  readonly settings?: Settings;
  /** The ids of the mistakes in it, which the diagnosis tells; absent when nothing is wrong. */
  readonly mistakes?: readonly string[];
}

/** A field beside the URL, for what a link is built from. All of them are public: they travel in addresses. */
export interface SettingField {
  /** In `Settings`, and where the browser's history keeps it. No other scheme has it. */
  readonly name: string;
  /** In addresses, and in messages to the embed. Stable: links store it. */
  readonly inLink: string;
  readonly label: string;
  readonly initial: string;
  /** Stands in the field while it is empty, where it is one to type in. */
  readonly placeholder?: string;
  /** What may be chosen, where nothing is typed. */
  readonly choices?: readonly string[];
}

/** What users arrive with: the vendor's own words, and what they mean here. */
export interface VendorError {
  /** As the vendor writes it; found in a paste whatever its case. */
  readonly says: string;
  readonly means: string;
  /** What to do here; not said of a URL that is signed. */
  readonly toDo?: string;
}

/** A parameter that the vendor documents, offered by name. */
export interface KnownOption {
  readonly name: string;
  /** What its value looks like, in a few words. */
  readonly hint: string;
}

/** A known client that signs otherwise than the vendor's rule says. */
export interface Client {
  /** One sentence that names it and what it does. */
  readonly sentence: string;
  /** The string that it would have signed for the same request; `null` where it would have signed the right one. */
  signs(request: SigningRequest): string | null;
  readonly hash: ComputationName;
}

/** Everything that the playground knows of one vendor's way of signing. */
export interface Scheme extends Rule {
  /** Stable: links store it. */
  readonly id: string;
  /** The vendor's name as users read it. */
  readonly label: string;
  /** True for a signed path and query without a host, where they have the form of this vendor's URLs and of no other's here. */
  hasForm(text: UrlText): boolean;
  /** The first is the default. */
  readonly hashes: readonly [ComputationName, ...ComputationName[]];
  /** Which of several hashes, and why, one or two sentences; absent where there is one. */
  readonly hashChoice?: string;
  /** What the vendor calls the secret. */
  readonly secretLabel: string;
  /** Environment variables in which its users keep the secret. Snippets read the first: upper case, ends in `SECRET`. */
  readonly secretVariables: readonly [string, ...string[]];
  /** The vendor's word for the signature: "signature" or "token". */
  readonly signatureWord: string;
  /** The query parameter that carries the signature; `null` where it stands elsewhere. */
  readonly signatureParameter: string | null;
  /** Where each rule was read: `sources.json`, by which the page’s policy lets its links lead there. */
  readonly sources: readonly string[];
  /** One sentence for each step, for people who see signing for the first time. */
  readonly steps: { readonly message: string; readonly compute: string; readonly place: string };
  /** What a built link is made from beside the address; empty where no link is built. */
  readonly fields: readonly SettingField[];
  /** The vendor's options, most used first. */
  readonly options: readonly KnownOption[];
  /** Names that clients write, too, even when they are empty; not offered. */
  readonly otherOptions: readonly string[];
  readonly vendorErrors: readonly VendorError[];
  /** The hash that the vendor's own answer asks for, in a text that may hold one; absent where there is one hash alone. */
  hashAskedFor?(around: string): ComputationName | undefined;
  /** Cases to start from; the first is shown on a first visit. */
  readonly examples: readonly [Example, ...Example[]];
}

/** Something of a vendor's that looks as if it could be signed and cannot. */
export interface NoLink {
  is(text: string): boolean;
  /** What it is, and what to do. */
  readonly sentence: string;
  /** What is meant, where the text shows it. */
  rewrite?(text: string): Rewrite;
}
