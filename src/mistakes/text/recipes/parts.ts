import type { AnyHash, Digest, Facts } from "../../mistake";
import { concat } from "../bytes";
import type { Pair } from "../parameters";

/** What the recipes are made of. */
export interface Parts {
  readonly facts: Facts;
  /** `https://host/path` */
  readonly base: string;
  readonly host: string;
  readonly path: string;
  /** The right string. */
  readonly string: string;
  /** Sorted by name: as they stand, and decoded. */
  readonly pairs: readonly (readonly Pair[])[];
  /** The values of parameters that look like a moment, and none. */
  readonly times: readonly string[];
}

export const BASE64 = ["signature-in-base64", "signature-in-base64url"];
export const UPPER = ["signature-in-uppercase"];

export const plain = (hash: AnyHash, mode: Digest["mode"], joint = ""): Digest => ({ hash, mode, joint });
export const keyed = (hash: AnyHash): Digest => ({ hash, mode: "hmac", joint: "" });
export const joinedBy = (pairs: readonly Pair[], between: string, inside = "=") =>
  pairs.map(({ name, value }) => name + inside + value).join(between);

/** HMAC (RFC 2104) of a hash with blocks of 64 bytes, for keys that are made of others. */
export function hmacOf({ digest }: Pick<Facts, "digest">, hash: AnyHash, key: Uint8Array, message: string) {
  const padded = new Uint8Array(64);
  padded.set(key.length > 64 ? digest(hash, key) : key);
  const pad = (byte: number, rest: Uint8Array) =>
    digest(
      hash,
      concat(
        padded.map((one) => one ^ byte),
        rest,
      ),
    );
  return pad(0x5c, pad(0x36, new TextEncoder().encode(message)));
}
