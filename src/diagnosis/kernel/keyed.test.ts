import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { rightDigest } from "../../mistakes/right-digest";
import { computation, HASH_NAMES, sign } from "../../signing/computations";
import { toHex } from "../../signing/hmac";
import { computeAgain } from "../proof";
import { computeWith } from "./keyed";

it.each(HASH_NAMES)(
  "%s is one thing to the page, the search, its proof, a file of URLs and Node",
  async (name) => {
    const { hash, mode, digits } = computation(name);
    const node = hash.replace("-", "").toLowerCase();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), fc.string(), async (secret, message) => {
        const key = secret.toWellFormed();
        const made =
          mode === "hmac" ? createHmac(node, key).update(message) : createHash(node).update(key + message);
        const signature = made.digest("hex");
        expect(await sign(name, key, message)).toBe(signature);
        expect(toHex(computeWith(name, key)(message))).toBe(signature);
        expect(toHex(await computeAgain(key, message, rightDigest(name)))).toBe(signature);
        expect(signature.length).toBe(digits);
      }),
    );
  },
);
