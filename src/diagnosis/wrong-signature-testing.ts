import { createHash, createHmac } from "node:crypto";
import type { Digest, WrongSignature } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import { findScheme, schemes } from "../schemes";
import { signedByNode } from "../signing/node-testing";
import { readCase } from "./case";
import type { DiagnosisInput } from "./diagnosis";
import { inputOf } from "./testing";

/** The scheme of an example; the first where it names none. */
const schemeOf = ({ scheme }: WrongSignature) => findScheme(scheme ?? "") ?? schemes[0];

/** The case that an example makes with this signature in its URL. */
export function caseOf(example: WrongSignature, signature: string): DiagnosisInput {
  return inputOf(example.url.replace("{}", signature), {
    schemeId: schemeOf(example).id,
    hash: schemeOf(example).hashes[0],
    secret: example.secret,
    otherSecrets: example.otherSecrets ?? [],
  });
}

const nodeName = (hash: Digest["hash"]) => hash.replace("-", "").toLowerCase();

/** The wrong signature that an example describes, made without the code under test. */
export function sign(example: WrongSignature): string {
  const right = readCase(caseOf(example, "0".repeat(40)))?.request.signingString ?? "";
  const [ownHash] = schemeOf(example).hashes;
  const { hash, mode, joint } = { ...rightDigest(ownHash), ...example.digest };
  const own = signedByNode(ownHash, example.secret, right);
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
