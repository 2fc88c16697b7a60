import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { testingOf } from "../schemes/testing";
import { computation, sign } from "./computations";
import { strings } from "./naughty-strings.json";
import { signedByNode } from "./node-testing";
import { readPaste } from "./read-paste";
import { check, joinParts } from "./sign";

const settings = { apiKey: "", format: "png" };

describe.each(schemes)("every naughty string, $label", (scheme) => {
  const [hash] = scheme.hashes;
  test("as URL: no crash, nothing lost, no wrong claim", async () => {
    const signed = await computation(hash).signer("secret");
    for (const naughty of strings) {
      const { request, pastedParts } = readPaste(scheme, naughty, settings);
      expect(joinParts(pastedParts)).toBe(naughty);
      if (!request.ok) continue;
      const signature = await signed(request.value.signingString);
      expect(signature, naughty).toBe(signedByNode(hash, "secret", request.value.signingString));
      expect(check(request.value, signature), naughty).not.toBe("valid");
    }
  });

  test("as secret and inside a URL: the signature is right", async () => {
    for (const naughty of strings) {
      const { request } = readPaste(scheme, testingOf(scheme).urlWith(naughty), settings);
      if (!request.ok) throw new Error(`${naughty}: ${request.problem.sentence}`);
      const { signingString } = request.value;
      expect(signingString, naughty).toMatch(/^[!-~]*$/);
      if (naughty === "") continue;
      const signature = await sign(hash, naughty, signingString);
      expect(signature, naughty).toBe(signedByNode(hash, naughty.toWellFormed(), signingString));
    }
  });
});
