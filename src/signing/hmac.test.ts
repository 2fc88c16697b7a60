import { describe, expect, test } from "vitest";
import { hmacBytes, hmacHex, importHmacKey, type SubtleHash, toHex } from "./hmac";
import vectors from "./hmac-vectors.json";

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

describe("HMAC vectors of the RFCs", () => {
  test.each(vectors)("$source", async ({ hash, keyHex, messageHex, hmac }) => {
    const key = await importHmacKey(fromHex(keyHex), hash as SubtleHash);
    const bytes = await hmacBytes(key, fromHex(messageHex));
    // One case publishes the first 128 bits only.
    expect(toHex(bytes).slice(0, hmac.length)).toBe(hmac);
  });

  const isText = (hex: string) => /^[ -~]+$/.test(Buffer.from(hex, "hex").toString("latin1"));
  const texts = vectors.filter(({ keyHex, messageHex }) => isText(keyHex) && isText(messageHex));
  test.each(texts)("$source, as text", async ({ hash, keyHex, messageHex, hmac }) => {
    const key = await importHmacKey(Buffer.from(keyHex, "hex").toString("latin1"), hash as SubtleHash);
    expect(await hmacHex(key, Buffer.from(messageHex, "hex").toString("latin1"))).toBe(hmac);
  });
});

describe("the key", () => {
  test("text is keyed by its UTF-8 bytes, nothing trimmed", async () => {
    const text = await importHmacKey(" pässwörd\n", "SHA-1");
    const bytes = await importHmacKey(fromHex("2070c3a4737377c3b672640a"), "SHA-1");
    expect(await hmacHex(text, "message")).toBe(await hmacHex(bytes, "message"));
  });

  test("it cannot be exported", async () => {
    const key = await importHmacKey("secret", "SHA-1");
    expect(key.extractable).toBe(false);
    for (const format of ["raw", "jwk"] as const)
      await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow();
  });

  test("an empty secret is refused before WebCrypto sees it", async () => {
    await expect(importHmacKey("", "SHA-1")).rejects.toThrow(RangeError);
  });
});
