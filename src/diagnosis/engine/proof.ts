import { hmac } from "@noble/hashes/hmac.js";
import { md5 } from "@noble/hashes/legacy.js";
import { sha224 } from "@noble/hashes/sha2.js";
import type { AnyHash, Digest, Key, Message } from "../../mistakes/mistake";
import { digestBytes, hmacBytes, importHmacKey } from "../../signing/hmac";
import { bytesOf, keyAndMessage } from "./key-and-message";

/**
 * The raw HMAC or digest as the browser's own WebCrypto computes it, or for the two hashes that it lacks a library. The search
 * has found it with the kernel already: nothing is told before both agree.
 */
export async function computeAgain(
  key: Key,
  message: Message,
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const { hash, mode } = digest;
  if (mode === "hmac") return hmacOf(hash, bytesOf(key), bytesOf(message));
  if (mode === "swapped") return hmacOf(hash, bytesOf(message), bytesOf(key));
  return digestOf(hash, bytesOf(mode === "message" ? message : keyAndMessage(digest, key, message)));
}

const LIBRARY = { MD5: md5, "SHA-224": sha224 };

async function hmacOf(
  hash: AnyHash,
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (hash === "MD5" || hash === "SHA-224") return new Uint8Array(hmac(LIBRARY[hash], key, message));
  // WebCrypto refuses an empty key; HMAC pads keys with zero bytes, so one zero byte is the same key.
  const imported = await importHmacKey(key.length === 0 ? new Uint8Array(1) : key, hash);
  return new Uint8Array(await hmacBytes(imported, message));
}

async function digestOf(hash: AnyHash, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (hash === "MD5" || hash === "SHA-224") return new Uint8Array(LIBRARY[hash](message));
  return new Uint8Array(await digestBytes(hash, message));
}
