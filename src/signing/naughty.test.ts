import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { hmacHex, importHmacKey } from "./hmac";
import { strings } from "./naughty-strings.json";
import { readPaste } from "./read-paste";
import { check, joinParts } from "./sign";

const settings = { apiKey: "", format: "png" };
const hmac = (secret: string, text: string) => createHmac("sha1", secret).update(text).digest("hex");

describe.each(schemes)("every naughty string, $label", (scheme) => {
  test("as URL: no crash, nothing lost, no wrong claim", async () => {
    const key = await importHmacKey("secret", "SHA-1");
    for (const naughty of strings) {
      const { request, pastedParts } = readPaste(scheme, naughty, settings);
      expect(joinParts(pastedParts)).toBe(naughty);
      if (!request.ok) continue;
      const signature = await hmacHex(key, request.value.signingString);
      expect(signature, naughty).toBe(hmac("secret", request.value.signingString));
      expect(check(request.value, signature), naughty).not.toBe("valid");
    }
  });

  test("as secret and inside a URL: the HMAC is right", async () => {
    for (const naughty of strings) {
      const { request } = readPaste(scheme, `https://acme.test/v1/KEY/png?url=${naughty}`, settings);
      if (!request.ok) throw new Error(`${naughty}: ${request.problem.sentence}`);
      const { signingString } = request.value;
      expect(signingString, naughty).toMatch(/^[!-~]*$/);
      if (naughty === "") continue;
      const signature = await hmacHex(await importHmacKey(naughty, "SHA-1"), signingString);
      expect(signature, naughty).toBe(hmac(naughty.toWellFormed(), signingString));
    }
  });
});

const MEGABYTE = 1 << 20;

describe.each(schemes)("a megabyte of URL, $label", (scheme) => {
  const key = importHmacKey("secret", "SHA-1");
  test.each(["a", "%", "&a=1", "é", "'", "/..", "\\"])("of %j is signed", async (unit) => {
    const text = `https://acme.test/v1/KEY/png?url=${unit.repeat(MEGABYTE / unit.length)}z`;
    const { request, pastedParts } = readPaste(scheme, text, settings);
    if (!request.ok) throw new Error(request.problem.sentence);
    const { signingString } = request.value;
    expect(signingString.endsWith("z")).toBe(true);
    expect(joinParts(pastedParts) === text).toBe(true);
    expect(await hmacHex(await key, signingString)).toBe(hmac("secret", signingString));
  });
});
