import { hmac } from "@noble/hashes/hmac.js";
import { md5 as hash } from "@noble/hashes/legacy.js";
import type { Kernel } from "./kernel";
import { Words } from "./words";

/** MD5, which few signatures are long enough for: no kernel of its own. */
export const md5: Kernel = {
  digest: (message) => wordsOf(hash(message.bytes())),
  keys() {
    const states = new Map<number, ReturnType<typeof hmac.create>>();
    return {
      set: (at, key) => states.set(at, hmac.create(hash, key.bytes())),
      hmac(at, message) {
        const state = states.get(at);
        if (!state) throw new Error("No key was set there.");
        return wordsOf(state.clone().update(message.bytes()).digest());
      },
    };
  },
};

const result = new Words();
const words = result.words.subarray(0, 4);

function wordsOf(digest: Uint8Array): Int32Array {
  result.set(digest);
  return words;
}
