import type { Facts } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import { findScheme } from "../schemes";
import { later } from "../schemes/later";
import { ruleNotes } from "../schemes/rule-notes";
import type { Scheme } from "../schemes/scheme";
import { computation } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import type { SigningRequest } from "../signing/types";
import { cutQuery, withoutBreaks } from "../signing/url-text";
import type { DiagnosisInput } from "./diagnosis";
import { EMPTY_PLACE, readAtSight, type Sight } from "./forms/at-sight";
import type { Target } from "./forms/reading";
import { readSecretAtSight } from "./forms/secret-at-sight";
import { readNearTargets, readTargets } from "./forms/targets";
import { digestOf } from "./kernel/digest";

/** Every fact of one case, prepared once. */
export interface Case {
  readonly input: DiagnosisInput;
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly facts: Facts;
  readonly targets: readonly Target[];
  /** Readings of other signatures that the URL carries. */
  readonly otherTargets: readonly Target[];
  /** Readings that a slip of a few digits has made; they are compared with the right digits only. */
  readonly nearTargets: readonly Target[];
  /** What stands in the place of the signature, where it is no signature at all. */
  readonly sight: Sight | null;
}

/** What the search needs to know of an input; `null` when there is no signature to explain. */
export function readCase(input: DiagnosisInput): Case | null {
  const scheme = findScheme(input.schemeId);
  if (!scheme) return null;
  const { request } = readPaste(scheme, input.pasted, input.settings);
  return request.ok ? caseOf(input, scheme, request.value) : null;
}

/** The same for a request that was read already; `null` when it carries no signature. */
export function caseOf(entered: DiagnosisInput, scheme: Scheme, request: SigningRequest): Case | null {
  // Half a surrogate pair has no bytes, and U+FFFD is signed in its place.
  const input = { ...entered, secret: entered.secret.toWellFormed() };
  const { found } = request;
  if (!found) return null;
  const facts = factsOf(input, scheme, request);
  // Digits in hex have no “/” that could tear them: beside it stands something else.
  const torn = tornTexts(request)
    .flatMap(readTargets)
    .filter(({ hex }) => hex === null);
  const whole = [...torn, ...readTargets(found.text)];
  const otherTargets = otherTexts(facts).flatMap(readTargets);
  const targets = whole.length > 0 ? whole : otherTargets;
  return {
    input,
    scheme,
    request,
    facts,
    targets,
    otherTargets,
    nearTargets: readNearTargets(found.text),
    sight:
      withoutBreaks(found.text) === "" && targets.length === 0
        ? EMPTY_PLACE
        : (readAtSight(found.text) ?? readSecretAtSight(found.text, input.secret)),
  };
}

/** What mistakes may know of the case. */
function factsOf(input: DiagnosisInput, scheme: Scheme, request: SigningRequest): Facts {
  const hash = request.hash ?? (scheme.hashes.includes(input.hash) ? input.hash : scheme.hashes[0]);
  return {
    request,
    notes: later(() => ruleNotes(scheme, request)),
    rule: (url) => scheme.signingString(url),
    hash,
    hashes: [...new Set(scheme.hashes.map((name) => computation(name).hash))],
    rights: [hash, ...scheme.hashes.filter((name) => name !== hash)].map(rightDigest),
    signatureNames: [...new Set([scheme.signatureParameter ?? "signature", "signature", "token"])],
    optionNames: [...scheme.options.map(({ name }) => name), ...scheme.otherOptions],
    vendor: scheme.label,
    secretVariables: scheme.secretVariables,
    digest: digestOf,
    secret: input.secret,
    otherSecrets: input.otherSecrets,
  };
}

/** Other signatures in the URL. */
function otherTexts({ request: { typed, found }, signatureNames: [own] }: Facts): string[] {
  const values = cutQuery(typed.query ?? "").flatMap(({ name, value }) =>
    name === own ? [value ?? ""] : [],
  );
  return [...values, ...(found?.others ?? [])].filter((text) => text !== found?.text);
}

/** A signature in base64 that its own `/` has torn into segments of the path. */
function tornTexts({ typed, found }: SigningRequest): string[] {
  const segments = typed.path.split("/").slice(0, 12);
  const at = found ? segments.indexOf(found.text) : -1;
  const texts: string[] = [];
  if (at > 0)
    for (let end = segments.length - 1; end > at + 1; end--) texts.push(segments.slice(at, end).join("/"));
  return texts;
}
