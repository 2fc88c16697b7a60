import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { testingOf } from "../schemes/testing";
import { sign } from "./computations";
import { signedByNode } from "./node-testing";
import { readPaste } from "./read-paste";
import { joinParts } from "./sign";

const settings = { apiKey: "", format: "png" };

const MEGABYTE = 1 << 20;

describe.each(schemes)("a megabyte of URL, $label", (scheme) => {
  const [hash] = scheme.hashes;
  test.each(["a", "%", "&a=1", "é", "'", "/..", "\\"])("of %j is signed", async (unit) => {
    const text = testingOf(scheme).urlWith(`${unit.repeat(MEGABYTE / unit.length)}z`);
    const { request, pastedParts } = readPaste(scheme, text, settings);
    if (!request.ok) throw new Error(request.problem.sentence);
    const { signingString } = request.value;
    expect(signingString.endsWith("z")).toBe(true);
    expect(joinParts(pastedParts) === text).toBe(true);
    expect(await sign(hash, "secret", signingString)).toBe(signedByNode(hash, "secret", signingString));
  });
});
