import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Digest, WrongSignature } from "../mistakes/mistake";
import { findScheme, schemes } from "../schemes";
import { readCase } from "./case";
import type { DiagnosisInput } from "./diagnosis";
import { mistakesOf } from "./registry";
import { search } from "./search";
import { idsIn, inputOf } from "./testing";

const schemeOf = ({ scheme }: WrongSignature) => findScheme(scheme ?? "") ?? schemes[0];

function caseOf(example: WrongSignature, signature: string): DiagnosisInput {
  return inputOf(example.url.replace("{}", signature), {
    schemeId: schemeOf(example).id,
    hash: schemeOf(example).hashes[0],
    secret: example.secret,
    otherSecrets: example.otherSecrets ?? [],
  });
}

const nodeName = (hash: Digest["hash"]) => hash.replace("-", "").toLowerCase();

/** The wrong signature that an example describes, made without the code under test. */
function sign(example: WrongSignature): string {
  const right = readCase(caseOf(example, "0".repeat(40)))?.request.signingString ?? "";
  const [ownHash] = schemeOf(example).hashes;
  const { hash = ownHash, mode = "hmac", joint = "" } = example.digest ?? {};
  const own = createHmac(nodeName(ownHash), example.secret).update(right).digest("hex");
  const message = typeof example.signed === "string" ? example.signed.replace("{}", own) : example.signed;
  const key = example.key ?? example.secret;
  const hex = {
    hmac: () => createHmac(nodeName(hash), key).update(message).digest("hex"),
    swapped: () => createHmac(nodeName(hash), message).update(key).digest("hex"),
    message: () => createHash(nodeName(hash)).update(message).digest("hex"),
    "key+message": () => createHash(nodeName(hash)).update(key).update(joint).update(message).digest("hex"),
    "message+key": () => createHash(nodeName(hash)).update(message).update(joint).update(key).digest("hex"),
    "key+message+key": () => createHash(nodeName(hash)).update(key).update(message).update(key).digest("hex"),
  }[mode]();
  return example.form?.(hex) ?? hex;
}

async function idsOf(example: WrongSignature): Promise<string[]> {
  return idsIn(await search(caseOf(example, sign(example))));
}

const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];

describe.each(all)("$id", (mistake) => {
  it("is named for its example", async () => {
    expect(await idsOf(mistake.example)).toEqual([mistake.id]);
  });
  it("is not named for its near miss", async () => {
    expect(await idsOf(mistake.nearMiss)).not.toContain(mistake.id);
  });
  it("speaks in whole sentences", () => {
    for (const text of [mistake.title, mistake.fix]) expect(text).toMatch(/^[A-Z“].*\.$/);
    expect(mistake.why).toMatch(/\.$/);
  });
});

it.each(schemes)("has no id twice in $label", (scheme) => {
  const ids = mistakesOf(scheme).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
