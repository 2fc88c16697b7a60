import type { HashName } from "../signing/types";
import { cutAt } from "../signing/url-text";

/**
 * A case as it travels in an address's fragment, which browsers never send to a server: format `v=1`, percent-encoded
 * values. A secret is no part of it, in either direction.
 */
export interface LinkedCase {
  readonly example?: string;
  readonly scheme?: string;
  readonly url?: string;
  readonly hash?: HashName;
  readonly apikey?: string;
  readonly format?: string;
  readonly view?: "bytes";
}

/** What a fragment held. */
export interface ReadLink {
  readonly linked: LinkedCase;
  /** Names of the secret-bearing fields that were in it; their values were not read. */
  readonly secrets: readonly string[];
  /** The fragment without those fields. */
  readonly clean: string;
}

/** Never read from an address, whoever wrote it. */
const SECRET_NAMES: readonly string[] = ["secret", "key", "token", "password"];
const FIELDS = ["scheme", "url", "hash", "apikey", "format", "view", "example"] as const;

/** Reads a fragment, without its `#`. Total: what it does not know or cannot decode, it passes over. */
export function readLink(fragment: string): ReadLink {
  const pieces = fragment.split("&");
  const isSecret = (piece: string) => SECRET_NAMES.includes(cutAt(piece, "=")[0].trim().toLowerCase());
  const fields = new Map<string, string>();
  for (const piece of pieces) {
    const [name, value] = cutAt(piece, "=");
    if (value !== null && !isSecret(piece)) fields.set(name, decode(value));
  }
  return {
    linked: pick(fields),
    secrets: pieces.filter(isSecret).map((piece) => cutAt(piece, "=")[0]),
    clean: pieces.filter((piece) => !isSecret(piece)).join("&"),
  };
}

/** The fragment of a case, without its `#`. */
export function writeLink(linked: LinkedCase): string {
  const fields = FIELDS.flatMap((name) => {
    const value = linked[name];
    return value === undefined ? [] : `${name}=${encodeURIComponent(value.toWellFormed())}`;
  });
  return ["v=1", ...fields].join("&");
}

function pick(fields: ReadonlyMap<string, string>): LinkedCase {
  const hash = fields.get("hash");
  const text = (name: string) => {
    const value = fields.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...text("example"),
    ...text("scheme"),
    ...text("url"),
    ...(hash === "SHA-1" || hash === "SHA-256" ? { hash } : {}),
    ...text("apikey"),
    ...text("format"),
    ...(fields.get("view") === "bytes" ? { view: "bytes" } : {}),
  };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
