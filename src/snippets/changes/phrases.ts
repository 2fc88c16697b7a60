import type { RulePiece } from "../../schemes/rule-in-code";
import type { HmacName } from "../../signing/computations";

/** What an HMAC may be computed with by mistake. */
export type UsedHash = HmacName | "MD5" | "SHA-224" | "SHA-384" | "SHA-512";

/** A function of the language that mistaken code applies to a secret, to make bytes of it. */
export type KeyWrap = "decodeBase64" | "decodeHex" | "hash" | "latin1" | "utf16";

/** A function of the language from text to text. */
export type TextWrap =
  | "encodeBase64"
  | "encodeHex"
  | "percentEncode"
  | "percentDecode"
  | "reencode"
  | "escapeHtml"
  | "sort"
  | "dropFirst";

/** How the digits of a signature are written by mistake. */
export type Digits = "base64" | "base64url" | "base64OfHex" | "hexOfHex" | "upper" | "prefix";

/** A line, or more, to take out and what to put there. */
export interface LineChange {
  readonly removed: string;
  readonly added: string;
}

/** The lines of one language that a mistake changes, without their indentation. What goes in and comes out as `text` is an expression. */
export interface Phrases {
  /** The variables of the function. */
  readonly signingString: string;
  readonly secret: string;
  variable(name: string): string;
  quote(text: string): string;
  readonly plus: string;
  /** The pieces as an expression. */
  express(pieces: readonly RulePiece[]): string;
  /** The line that makes the signing string. */
  message(text: string): string;
  /** The same of the pieces, as our code has it. */
  rule(pieces: readonly RulePiece[]): string;
  /** How a line break gets behind the signing string. */
  newline(pieces: readonly RulePiece[]): LineChange;
  /** A text's UTF-8 as the HMAC takes its key. */
  asKey(text: string): string;
  /** The line that names the hash of the HMAC. */
  hash(hash: UsedHash): string;
  /** Hashes that the language’s HMAC has not. */
  readonly lacks?: readonly UsedHash[];
  /** The line that gives the HMAC its key, as `asKey` makes it. */
  key(hash: HmacName, key: string): string;
  /** A plain hash of secret and signing string in the HMAC's place. */
  plain(hash: HmacName): LineChange;
  digits(hash: HmacName, written: Digits): LineChange;
  /** What the line of `digits` writes, where that is not what it is in most languages. @param name of the hash, as `sha1` */
  shape?(written: Digits, name: string, bytes: number): RegExp | undefined;
  /** The line that returns the signed URL. */
  result(pieces: readonly RulePiece[]): string;
  /** Reads a variable of the environment; with a default in its place where one is given. */
  environment(name: string, otherwise?: string): string;
  /** Makes this text of a variable of the environment that nobody has set; `null` where it makes another. Absent where a language makes none. */
  unset?(name: string, text: string): string | null;
  /** The line that gives the secret its value. */
  setSecret(text: string): string;
  /** The lines that give it the value of a variable, and end the program where that is missing or empty. */
  demandSecret(name: string): string;
  /** How a line break gets behind the secret. */
  readonly file: LineChange;
  /** A call of the function that is named for a vendor. */
  call(vendor: string, url: string, secret: string): string;
  readonly wraps: Readonly<Record<KeyWrap | Exclude<TextWrap, "reencode">, (text: string) => string>> & {
    /** Reads a query and writes it again; absent where a language does neither in one line. */
    readonly reencode?: (text: string) => string;
  };
  /** How it is told that a secret was changed by the functions of this language, where that is not told as in most. */
  readonly told?: Partial<Record<TextWrap, RegExp>>;
  /** The text with this, which is no pattern, in the place of that, everywhere. */
  substitute(text: string, from: string, to: string): string;
}
