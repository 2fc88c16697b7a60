import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyHash } from "../../mistakes/mistake";
import { digestBytes, hmacBytes, importHmacKey, type SubtleHash, toHex } from "../../signing/hmac";
import vectors from "../../signing/hmac-vectors.json";
import { KERNELS } from "./kernels";
import { bytesOfWords, Words } from "./words";

const SUBTLE: readonly SubtleHash[] = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];
/** Hashes that WebCrypto lacks, and their names in Node. */
const OTHERS = [
  ["SHA-224", "sha224"],
  ["MD5", "md5"],
] as const;

function message(value: string | Uint8Array): Words {
  const message = new Words();
  message.set(value);
  return message;
}

const keyedWith = (hash: AnyHash) => (key: Words) => {
  const keys = KERNELS[hash].keys(1);
  keys.set(0, key);
  return (text: Words) => keys.hmac(0, text);
};

const hexOf = (words: Int32Array) => toHex(bytesOfWords(words));

/** Bytes that differ from each other in every place, the same each time. */
function someBytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

describe.each(SUBTLE)("%s is what WebCrypto computes", (hash) => {
  const { digest } = KERNELS[hash];
  const keyed = keyedWith(hash);
  const hmacOf = async (key: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) =>
    toHex(await hmacBytes(await importHmacKey(key.length > 0 ? key : new Uint8Array(1), hash), bytes));

  it("of messages of every length up to 300 bytes", async () => {
    const key = someBytes(20, 1);
    const compute = keyed(message(key));
    const shared = new Words();
    for (let length = 0; length <= 300; length++) {
      const bytes = someBytes(length, length);
      shared.set(bytes);
      expect(hexOf(compute(shared)), `HMAC of ${length} bytes`).toBe(await hmacOf(key, bytes));
      expect(hexOf(digest(shared)), `${length} bytes`).toBe(toHex(await digestBytes(hash, bytes)));
    }
  });
  it("with keys of every length up to 300 bytes", async () => {
    const bytes = someBytes(70, 2);
    for (let length = 0; length <= 300; length++) {
      const key = someBytes(length, length);
      expect(hexOf(keyed(message(key))(message(bytes))), `${length}`).toBe(await hmacOf(key, bytes));
    }
  });
  it("with random keys of random messages", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((all) => new Uint8Array(all));
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (key, text) => {
        expect(hexOf(keyed(message(key))(message(text)))).toBe(await hmacOf(key, text));
      }),
    );
  });
  it("of a megabyte", async () => {
    const bytes = someBytes(1_000_000, 3);
    const key = someBytes(100, 4);
    expect(hexOf(keyed(message(key))(message(bytes)))).toBe(await hmacOf(key, bytes));
  });
});

describe.each(OTHERS)("%s is what Node computes", (hash, name) => {
  it("of every length up to 300 bytes", () => {
    for (let length = 0; length <= 300; length++) {
      const [key, bytes] = [someBytes(length, 1), someBytes(length, 2)];
      const { digest } = KERNELS[hash];
      const keyed = keyedWith(hash);
      expect(hexOf(digest(message(bytes)))).toBe(createHash(name).update(bytes).digest("hex"));
      expect(hexOf(keyed(message(key))(message(bytes)))).toBe(
        createHmac(name, key).update(bytes).digest("hex"),
      );
    }
  });
});

describe("HMAC vectors of the RFCs", () => {
  const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
  it.each(vectors)("$source", ({ hash, keyHex, messageHex, hmac }) => {
    const compute = keyedWith(hash as SubtleHash)(message(fromHex(keyHex)));
    expect(hexOf(compute(message(fromHex(messageHex)))).slice(0, hmac.length)).toBe(hmac);
  });
});

it("keys stay apart, whatever was computed since", () => {
  const keys = KERNELS["SHA-1"].keys(2);
  keys.set(0, message("first"));
  keys.set(1, message("second"));
  const [first, second] = [(text: Words) => keys.hmac(0, text), (text: Words) => keys.hmac(1, text)];
  const text = message("text");
  const before = hexOf(first(text));
  expect(hexOf(second(text))).not.toBe(before);
  expect(hexOf(first(text))).toBe(before);
});

it.each(["", "a", "pässwörd", "€", "\u{1f600}", "a\ud800b", "x".repeat(299), "\0"])(
  "the text %j is its UTF-8 bytes",
  (text) => {
    const shared = message("ÿ".repeat(400));
    shared.set(text);
    expect(shared.bytes()).toEqual(new TextEncoder().encode(text));
    expect(hexOf(KERNELS["SHA-1"].digest(shared))).toBe(
      createHash("sha1").update(new TextEncoder().encode(text)).digest("hex"),
    );
  },
);

it("an empty message is not the one before it", () => {
  const shared = message("abc");
  KERNELS["SHA-1"].digest(shared);
  shared.set("");
  expect(hexOf(KERNELS["SHA-1"].digest(shared))).toBe(createHash("sha1").update("").digest("hex"));
});

it("what is kept of a message for the next key is not kept for the next message, nor for its plain digest", () => {
  const kernel = KERNELS["SHA-256"];
  const keys = kernel.keys(2);
  keys.set(0, message("first"));
  keys.set(1, message("second"));
  const shared = new Words();
  const node = (key: string, text: string) => createHmac("sha256", key).update(text).digest("hex");
  for (const text of ["text", "test", "long ".repeat(40), "longer ".repeat(400)]) {
    shared.set(text);
    expect(hexOf(keys.hmac(0, shared))).toBe(node("first", text));
    expect(hexOf(keys.hmac(1, shared))).toBe(node("second", text));
    expect(hexOf(kernel.digest(shared))).toBe(createHash("sha256").update(text).digest("hex"));
    expect(hexOf(keys.hmac(0, shared))).toBe(node("first", text));
  }
});
