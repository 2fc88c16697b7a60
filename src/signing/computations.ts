import { hmacHex, importHmacKey, type SubtleHash } from "./hmac";

/** Signs strings with one secret: lower-case hex of what is computed of the string's UTF-8 bytes. */
export type Sign = (message: string) => Promise<string>;

/** One way in which a vendor makes a signature of a secret and a string. */
export interface Computation {
  readonly hash: SubtleHash | "MD5";
  /** As the search names it: an HMAC with the secret as its key, or a plain hash of the secret followed by the string. */
  readonly mode: "hmac" | "key+message";
  /** How many hex digits its signatures have: two for each byte of the hash (FIPS 180-4, figure 1). */
  readonly digits: number;
  /** Its name on the page, such as HMAC-SHA1. */
  readonly label: string;
  /** What one calls its outcome, as in “the HMAC of this string”. */
  readonly noun: string;
  /** What computes it in the page. */
  readonly by: string;
  /**
   * Takes the secret's UTF-8 bytes.
   * @throws RangeError for an empty secret
   */
  signer(secret: string): Promise<Sign>;
}

function hmac(hash: SubtleHash, digits: number) {
  return {
    hash,
    mode: "hmac",
    digits,
    label: `HMAC-${hash.replace("-", "")}`,
    noun: "HMAC",
    by: "WebCrypto",
    signer: async (secret: string) => {
      const key = await importHmacKey(secret, hash);
      return (message: string) => hmacHex(key, message);
    },
  } as const;
}

/**
 * Every computation by which a vendor signs: the only list of them. Each has the name that links, examples and vectors give it; an HMAC has that of its
 * hash. `snippets/computations/` has the same in the languages of the snippets.
 */
const COMPUTATIONS = {
  "SHA-1": hmac("SHA-1", 40),
  "SHA-256": hmac("SHA-256", 64),
} satisfies Readonly<Record<string, Computation>>;

type Computations = typeof COMPUTATIONS;

export type ComputationName = keyof Computations;

/** Those that are an HMAC. */
export type HmacName = {
  [Name in ComputationName]: Computations[Name]["mode"] extends "hmac" ? Name : never;
}[ComputationName];

const table: Readonly<Record<ComputationName, Computation>> = COMPUTATIONS;

export function computation(name: ComputationName): Computation {
  return table[name];
}

export function isHmac(name: ComputationName): name is HmacName {
  return computation(name).mode === "hmac";
}

const isName = (name: string): name is ComputationName => Object.hasOwn(COMPUTATIONS, name);

export const HASH_NAMES: readonly ComputationName[] = Object.keys(COMPUTATIONS).filter(isName);

/** The signature of one string, lower-case hex. */
export async function sign(name: ComputationName, secret: string, message: string): Promise<string> {
  return (await computation(name).signer(secret))(message);
}
