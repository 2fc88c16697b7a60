import { hmac } from "@noble/hashes/hmac.js";
import { md5 as hash } from "@noble/hashes/legacy.js";
import type { Kernel } from "./kernel";

/** MD5, which few signatures are long enough for: no kernel of its own. */
export const md5: Kernel = {
  digest: (message) => new Uint8Array(hash(message.bytes())),
  keyed(key) {
    const state = hmac.create(hash, key.bytes());
    return (message) => new Uint8Array(state.clone().update(message.bytes()).digest());
  },
};
