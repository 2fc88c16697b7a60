import { rightDigest } from "../../mistakes/right-digest";
import type { ComputationName } from "../../signing/computations";
import type { Case } from "../case";
import type { Choice, Diagnosis } from "../diagnosis";
import type { Hit } from "../engine/engine";
import { signedUrl } from "./signed-url";

/** The case with the hash that made the digits, where the vendor takes it and their length did not tell it. */
export function withItsHash(found: Case, hit: Hit): Case {
  const hash = hashOf(found, hit) ?? found.facts.hash;
  return hash === found.facts.hash ? found : { ...found, facts: { ...found.facts, hash } };
}

/** Which of the vendor's hashes made the digits; `undefined` where none did. */
function hashOf({ scheme }: Case, { candidate: { digest } }: Hit): ComputationName | undefined {
  const { hash, mode } = digest.value;
  return scheme.hashes.find((name) => {
    const right = rightDigest(name);
    return right.hash === hash && right.mode === mode;
  });
}

/** What was sent is signed anew with the hash that made its digits; where nothing tells that hash, with each that the vendor takes. */
export async function withHashes(found: Case, hit: Hit | null, diagnosis: Diagnosis): Promise<Diagnosis> {
  const { scheme, request, facts, input } = found;
  if (diagnosis.state !== "explained" || request.hash !== null || input.secret === "") return diagnosis;
  const own = hit && hashOf(found, hit);
  if (own === facts.hash) return diagnosis;
  const signed = (hash: ComputationName) =>
    signedUrl({ ...found, facts: { ...facts, hash } }, request.unsigned);
  if (own) {
    const url = await signed(own);
    return url === null ? diagnosis : { ...diagnosis, resigned: { url, hash: own } };
  }
  if (diagnosis.repaired !== null || scheme.hashes.length === 1) return diagnosis;
  if (diagnosis.corrected !== null) return { ...diagnosis, correctedWith: facts.hash };
  const others: Choice[] = [];
  for (const hash of scheme.hashes) {
    const url = hash === facts.hash ? null : await signed(hash);
    if (url !== null) others.push({ kind: "hash", names: [hash], of: facts.hash, url });
  }
  if (others.length === 0) return diagnosis;
  const choices = (diagnosis.choices ?? []).map((choice) => ({ ...choice, hash: facts.hash }));
  return { ...diagnosis, choices: [...choices, ...others] };
}
