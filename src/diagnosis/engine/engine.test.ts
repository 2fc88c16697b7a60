import { createHash, createHmac } from "node:crypto";
import { expect, it, vi } from "vitest";
import type { Digest, Key, Message } from "../../mistakes/mistake";
import { root } from "../candidates/nodes";
import { readTargets } from "../forms/targets";
import { Engine } from "./engine";

const NO_LIMIT = { tried: 1000, milliseconds: Number.POSITIVE_INFINITY };
const HMAC: Digest = { hash: "SHA-1", mode: "hmac", joint: "" };
const only = (key: Key, message: Message, digest = HMAC) => ({
  keys: [root(key)],
  message: root(message),
  digests: [root(digest)],
});
const find = (hex: string, ...batches: ReturnType<typeof only>[]) =>
  new Engine(readTargets(hex), NO_LIMIT, () => {}).find(batches);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

it("finds a string that was signed as bytes", async () => {
  const signed = latin1("/é.jpg");
  const signature = createHmac("sha1", "key").update(signed).digest("hex");
  const hit = await find(signature, only("key", "/é.jpg"), only("key", signed));
  expect(hit?.candidate.message.value).toBe(signed);
});

it.each<[Digest["mode"], (key: Buffer, message: Buffer) => string]>([
  ["hmac", (key, message) => createHmac("sha256", key).update(message).digest("hex")],
  ["swapped", (key, message) => createHmac("sha256", message).update(key).digest("hex")],
  ["message", (_, message) => createHash("sha256").update(message).digest("hex")],
  [
    "key+message",
    (key, message) => createHash("sha256").update(key).update(":").update(message).digest("hex"),
  ],
  [
    "message+key",
    (key, message) => createHash("sha256").update(message).update(":").update(key).digest("hex"),
  ],
])("computes %s of text and of bytes", async (mode, made) => {
  const digest: Digest = { hash: "SHA-256", mode, joint: ":" };
  for (const [key, message] of [
    ["kéy", "/é.jpg"],
    [latin1("kéy"), "/é.jpg"],
    ["kéy", latin1("/é.jpg")],
  ] as const) {
    const signature = made(Buffer.from(key), Buffer.from(message));
    expect(await find(signature, only(key, message, digest))).toMatchObject({ bits: 256 });
  }
});

it("tells nothing that WebCrypto does not confirm", async () => {
  const signature = createHmac("sha1", "key").update("/a.jpg").digest("hex");
  const sign = vi.spyOn(crypto.subtle, "sign").mockResolvedValue(new ArrayBuffer(20));
  await expect(find(signature, only("key", "/a.jpg"))).rejects.toThrow("does not confirm");
  sign.mockRestore();
});

it("stops at its limit", async () => {
  const engine = new Engine(readTargets("ab".repeat(20)), NO_LIMIT, () => {});
  function* endless() {
    for (;;) yield only("key", "/a.jpg");
  }
  expect(await engine.find(endless())).toBeNull();
  expect([engine.exhausted, engine.tried]).toEqual([true, 1000]);
});
