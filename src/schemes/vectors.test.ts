import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ComputationName, sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import { check, joinParts } from "../signing/sign";
import type { SigningRequest } from "../signing/types";
import { schemes } from "./index";
import type { Scheme } from "./scheme";

/** A published example: one field for each stage, and where it was published. */
interface Vector {
  readonly url: string;
  readonly hash: ComputationName;
  readonly secret: string;
  readonly signingString: string;
  readonly signature: string;
  readonly signedUrl: string;
  readonly source: string;
}

function readVectors(scheme: Scheme): readonly Vector[] {
  return JSON.parse(readFileSync(new URL(`${scheme.id}/vectors.json`, import.meta.url), "utf8"));
}

function read(scheme: Scheme, url: string): SigningRequest {
  const { request } = readPaste(scheme, url, { apiKey: "", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

describe.each(schemes)("vectors of $label", (scheme) => {
  test("a scheme comes with published vectors", () => {
    expect(readVectors(scheme)).not.toEqual([]);
  });

  describe.each(readVectors(scheme))("$url", (vector) => {
    test("signing string", () => {
      expect(read(scheme, vector.url).signingString).toBe(vector.signingString);
    });

    test("signature", async () => {
      expect(await sign(vector.hash, vector.secret, vector.signingString)).toBe(vector.signature);
    });

    test("signed URL", () => {
      const parts = scheme.assemble(read(scheme, vector.url), vector.signature);
      expect(joinParts(parts)).toBe(vector.signedUrl);
    });

    test("unsigned, and valid once it is signed", () => {
      expect(check(read(scheme, vector.url), vector.signature)).toBe("unsigned");
      const signed = read(scheme, vector.signedUrl);
      expect(check(signed, vector.signature)).toBe("valid");
      expect(signed.signingString).toBe(vector.signingString);
      expect(scheme.hashes.length > 1 ? signed.hash : vector.hash).toBe(vector.hash);
    });

    test("the signed URL signed again is itself", () => {
      const again = scheme.assemble(read(scheme, vector.signedUrl), vector.signature);
      expect(joinParts(again)).toBe(vector.signedUrl);
    });
  });
});
