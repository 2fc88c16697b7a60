import type { ComputationName } from "../signing/computations";
import type { SubtleHash } from "../signing/hmac";
import type { Note, SigningRequest, UrlText } from "../signing/types";

/** Where in the work of signing a mistake was made; users read them in this order. */
export type Group = "secret" | "scope" | "encoding" | "change" | "digest" | "form";

/** A key as text (its UTF-8 bytes are used) or as raw bytes. */
export type Key = string | Uint8Array<ArrayBuffer>;

/** A string that was signed: as text (its UTF-8 bytes are signed), or as raw bytes where it was signed in another encoding. */
export type Message = string | Uint8Array<ArrayBuffer>;

/** The hashes that mistaken code uses; WebCrypto lacks the last two. */
export type AnyHash = SubtleHash | "SHA-224" | "MD5";

/** What is computed of key and message. `joint` stands between the two in a plain digest. */
export interface Digest {
  readonly hash: AnyHash;
  readonly mode: "hmac" | "swapped" | "message" | "key+message" | "message+key" | "key+message+key";
  readonly joint: string;
}

/** Cuts the string to sign from a URL; `null` where the URL has no such part. */
export type Scope = (url: UrlText) => string | null;

/** What is told of one way of a mistake in place of what its entry says; what is absent is told as there. */
export interface Telling extends Partial<Pick<Mistake, "title" | "why" | "fix">> {
  /** True where another story fits the same string, and these words tell both: then no headline, line of code or URL takes one for granted. */
  readonly isDoubtful?: true;
  /** True where the URL that was signed lacks what may not be wanted, so that it is offered beside the whole one. */
  readonly mayBeEnough?: true;
  /** The path that may be meant in place of the one that was sent: each asks for another file, so that both are offered. */
  readonly mayBePath?: string;
  /** The query that may be meant in place of the one that was sent: it has “%2B” where a plus may be meant, or once what was encoded twice. */
  readonly mayBeQuery?: string;
  /** True where nobody wants the URL that was signed, so that it is not offered. */
  readonly isUnwanted?: true;
  /** True where what was sent may be what is meant, so that it is offered beside the URL that was signed. */
  readonly mayBeMeant?: true;
  /** Scheme and host of the URL that was signed, where they are others than those of the URL that was sent. */
  readonly origin?: string;
  /** True where the URL that was signed is the right one, for what was sent was damaged. */
  readonly isDamage?: true;
}

/** One way in which a mistake is made. */
export interface Variant<T> {
  readonly value: T;
  /** What exactly was done, one sentence for users. Of a secret at most the one character that the mistake is about. */
  readonly detail?: string | undefined;
  /** What to do, where that is not the mistake’s own `fix`. */
  readonly fix?: string;
  readonly telling?: Telling | undefined;
  /** For keys: true where the secret has this as it was entered, and the secret that signed had not. The URL may then be right. */
  readonly entered?: true;
  /** How unlikely it is, one of `weights.ts`; `USUAL` where it is left out. The lighter of two explanations is shown. */
  readonly weight?: number;
  /** For keys: what to draw before and after the dots. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** For keys: which of its characters are not those that were entered; where `start` is `end`, the place of one that it lacks. */
  readonly odd?: { readonly start: number; readonly end: number };
}

/** A whole way of signing: key, string and computation of one make. */
export interface Recipe {
  readonly key: Key;
  readonly message: Message;
  readonly digest: Digest;
  /** What it is, one sentence for users. */
  readonly detail: string;
  /** What its key is, where that is not the secret: one sentence. */
  readonly keyDetail?: string;
  /** Mistakes of form that belong to it, so that they are not told beside it. */
  readonly forms?: readonly string[];
  /** True where the string holds the secret, which is shown as «secret». */
  readonly holdsSecret?: true;
}

/** What a mistake may know of the case besides the thing that it changes. */
export interface Facts {
  readonly request: SigningRequest;
  /** What the vendor's rule says of the URL. */
  readonly notes: () => readonly Note[];
  /** The scheme's rule: the right signing string of any URL. */
  readonly rule: (url: UrlText) => string;
  /** Names under which the signature is sent as a parameter, the likeliest first. */
  readonly signatureNames: readonly string[];
  readonly hash: ComputationName;
  /** Every hash that the vendor accepts. */
  readonly hashes: readonly AnyHash[];
  /** Every computation that it accepts, the one by `hash` first. */
  readonly rights: readonly Digest[];
  /** The vendor’s options, by name. */
  readonly optionNames: readonly string[];
  /** The vendor's name. */
  readonly vendor: string;
  /** Environment variables in which its users keep the secret. */
  readonly secretVariables: readonly string[];
  /** A plain digest of bytes, for keys and strings that were hashed before they were used. */
  readonly digest: (hash: AnyHash, bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** As entered. It may go into a string, but never into a `detail`. */
  readonly secret: string;
  /** Lines that the user entered; empty lines count. */
  readonly otherSecrets: readonly string[];
}

/** A wrong signature and how it came about: run as a test for each mistake. */
export interface WrongSignature {
  readonly scheme?: string;
  /** The pasted URL with `{}` where the signature stands. */
  readonly url: string;
  readonly secret: string;
  /** The string that was really signed. `{}` in it is the signature of the right string. */
  readonly signed: Message;
  /** The key really used, where it isn't the secret. */
  readonly key?: Key;
  readonly digest?: Partial<Digest>;
  /** What the signature looks like, given its lower-case hex; as it stands where absent. */
  readonly form?: (hex: string) => string;
  readonly otherSecrets?: readonly string[];
}

/**
 * What somebody without the secret may be told of a mistake about it. "name": that it was made. "addition": its detail, too, where that is foreign
 * to the secret and its place. "other key": the key that was used, which has nothing of the secret.
 */
export type AnswerTells = "name" | "addition" | "other key";

/** What whoever tells a mistake asks of its entry besides its words; each is absent where it does not hold. */
export interface ToldTraits {
  /** For mistakes about the secret; without it an answer is silent about it, for its very name may tell a character. */
  readonly answerTells?: AnswerTells | undefined;
  /** True where the key is what was left of the secret. */
  readonly leavesPart?: true | undefined;
  /** True where its strings, or what stands in the place of the signature, may hold the secret, which is shown as «secret». */
  readonly holdsSecret?: true | undefined;
  /** True where the URL carries only a part of the signature. */
  readonly cutsSignature?: true | undefined;
  /** True of a spelling by which the URL’s readers may not see the signature’s name: HTML’s “&amp;” before it. */
  readonly escapesName?: true | undefined;
  /** What was done to parameters after signing: its headline names them. */
  readonly parametersWere?: "added" | "removed" | "changed" | undefined;
}

/** One entry of the catalogue: its words, its proof as an example, and its changes of a recipe, each pure. */
export interface Mistake extends ToldTraits {
  readonly id: string;
  readonly group: Group;
  /** What went wrong, one plain sentence in the past tense. `{signature}` becomes the vendor’s word for it, `{hash}` its hash, `{computation}` its HMAC. */
  readonly title: string;
  /** Its title where the secret entered here has it, and the key that signed had not. */
  readonly enteredTitle?: string;
  /** Which language, library or tool does it. */
  readonly why: string;
  /** What to do, one imperative sentence. */
  readonly fix: string;
  readonly example: WrongSignature;
  /** Looks alike and must not be called this mistake. */
  readonly nearMiss: WrongSignature;
  /** Other keys that may have been used for `key`. */
  keys?(key: string, facts: Facts): Iterable<Variant<Key>>;
  /** True where `keys` names keys that have nothing of the secret. */
  readonly overrides?: true;
  /** What its keys are, in a list of keys that are public and were tried in vain. */
  readonly publicKeys?: string;
  /** How it is told where nobody has entered the secret, so that nobody knows that it is another one, or what was signed. */
  readonly withoutSecret?: Partial<Pick<Mistake, "title" | "why" | "fix">>;
  /** True where `keys` names parts of the secret: they are many, so they are not paired with other treatments. */
  readonly takesParts?: true;
  /** What the URL may have been when it was signed: changes after signing undone, other spellings of its parts. */
  urls?(url: UrlText, facts: Facts): Iterable<Variant<UrlText>>;
  /**
   * How the URL as typed shows it, where its very reading has found it: one sentence, or `undefined` where the title says it all.
   * @param signature the one that is proved
   */
  seen?(typed: UrlText, signature: string): string | undefined;
  /** True where `urls` undoes a spelling of the whole URL: other spellings are then laid over the outcome, never beneath. */
  readonly undoes?: true;
  /** True of a change that signers make themselves, too, so that a known client may be to blame for it. */
  readonly isDoneBySigners?: true;
  /** True of a change that appends parameters, or what is read as one, also behind the signature, which is then no longer the last. */
  readonly appends?: true;
  /** True of a change by which the URL no longer means what its user wrote: the URL that was signed is then the right one. */
  readonly damages?: true;
  /** True of a change of the order alone. */
  readonly reorders?: true;
  /** True of the one that names the clients that made the pasted URL of the signed one; they are found out afterwards. */
  readonly namesSenders?: true;
  /** True where it speaks of an HMAC, so that it is none of a vendor who computes something else. */
  readonly ofHmac?: true;
  /** True of a place that the signature also has where a “#” came into the URL after signing: then that is the mistake. */
  readonly mayBeCutOff?: true;
  /** The URL before the change, where the place of the signature has proved this mistake already. */
  before?(url: UrlText): UrlText;
  /** What `urls` does not try of a large URL, one sentence for users; `null` where it tries everything. */
  leftOut?(url: UrlText): string | null;
  /** Other cuts of the URL. */
  scopes?(facts: Facts): Iterable<Variant<Scope>>;
  /** Changes of the finished string; what is yielded as bytes is not changed further. */
  messages?(message: string, facts: Facts): Iterable<Variant<Message>>;
  /**
   * Whole strings in hundreds of ways, the likelier first: each is tried as the only mistake of its string, after all that the
   * other generators yield, and not laid over others.
   */
  alone?(url: UrlText, facts: Facts): Iterable<Variant<Message>>;
  /** The same in thousands of ways, tried after the commonest pairs. */
  manyAlone?(url: UrlText, facts: Facts): Iterable<Variant<Message>>;
  /** Changes of the finished string that need its own right signature (lower-case hex). */
  resigned?(message: string, signature: string, facts: Facts): Iterable<Variant<Message>>;
  /** Whole recipes, each of one cause though it differs in several places; tried as they are, in pairs with nothing. */
  recipes?(facts: Facts): Iterable<Recipe>;
  /** Other computations. */
  digests?(facts: Facts): Iterable<Variant<Digest>>;
}
