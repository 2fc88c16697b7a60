import fc from "fast-check";
import { expect, it } from "vitest";
import { rightDigest } from "../../mistakes/right-digest";
import { computation, HASH_NAMES, sign } from "../../signing/computations";
import { toHex } from "../../signing/hmac";
import { signedByNode } from "../../signing/node-testing";
import { computeAgain } from "../engine/proof";
import { computeWith } from "./keyed";

it.each(HASH_NAMES)(
  "%s is one thing to the page, the search, its proof, a file of URLs and Node",
  async (name) => {
    const { digits } = computation(name);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), fc.string(), async (secret, message) => {
        const key = secret.toWellFormed();
        const signature = signedByNode(name, key, message);
        expect(await sign(name, key, message)).toBe(signature);
        expect(toHex(computeWith(name, key)(message))).toBe(signature);
        expect(toHex(await computeAgain(key, message, rightDigest(name)))).toBe(signature);
        expect(signature.length).toBe(digits);
      }),
    );
  },
);
