import type { Digest, Facts, Key, Mistake } from "../../mistakes/mistake";
import { computationsFor } from "../candidates/computations";
import { bytesName, type Node, Pool, root } from "../candidates/nodes";
import { keySteps } from "../candidates/steps";
import { type Case, readCase } from "../case";
import type { DiagnosisInput, ExplainedMistake } from "../diagnosis";
import type { Batch } from "../engine/batch";
import { Engine, type Hit } from "../engine/engine";
import { explain } from "../explanation/explain";
import { messageText } from "../explanation/message-text";
import { told } from "../explanation/told";
import { mistakesOf } from "../registry";
import { notMadeWords, otherKey, otherwise, rightString } from "./compare-words";
import { type CopiedString, copiedStrings } from "./copied-strings";
import { holdsProbe, judgeProbe, type ProbeFinding, readProbe, signedMessage } from "./probe";
import { restWords, secretWords } from "./probe-words";

/** What the string that the user's own code signed decides. */
export interface Comparison {
  readonly kind: "same" | "string-differs" | "secret-or-hash-differs" | "undecided";
  readonly sentence: string;
  /** Whether the entered secret made the signature; `unknown` where no computation gives its digits. */
  readonly secret: "right" | "other" | "unknown";
  /** The string that was really signed: with the line break at its end, where one was needed. */
  readonly signed: string;
  /** What else was wrong, each proved by the same digits: the secret, the computation, the form or the place. */
  readonly mistakes: readonly ExplainedMistake[];
}

/**
 * Whether the pasted signature was made of `codeSigned`: with the secret in every treatment of the catalogue, every computation
 * and every form. A line break at the end is easily lost or added when text is copied, so the string is tried with and without
 * one, too. What is told was computed again by WebCrypto. The probe's line tells that string to the byte, and 16 bits of the secret.
 * `onTried` is told every few milliseconds how many were tried.
 */
export async function compareSignedString(
  input: DiagnosisInput,
  codeSigned: string,
  onTried: (count: number) => void = () => {},
): Promise<Comparison> {
  const found = readCase(input);
  const probe = readProbe(codeSigned);
  if (!found || (found.targets.length === 0 && !probe))
    return undecided(
      "The signature is too short to decide anything, or it is not one that can be read.",
      codeSigned,
    );
  const mistakes = mistakesOf(found.scheme);
  if (!probe && holdsProbe(codeSigned))
    return undecided("The line “countersign1 …” is cut short: paste the whole line.", codeSigned);
  const message = probe && signedMessage(probe);
  const key = root<Key>(found.input.secret);
  const keys = treatments(key, mistakes, found.facts);
  const finding = probe && judgeProbe(probe, found.request.signingString, found.input.secret, keys);
  const limit = { tried: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY };
  const engine: Engine = new Engine(found.targets, limit, () => onTried(engine.tried));
  const strings =
    message === null ? copiedStrings(codeSigned) : [{ signed: message, words: "", isRare: false }];
  const hit = await engine.find(batches(found, mistakes, key, keys, strings));
  const asSigned = message === null ? codeSigned : messageText(message);
  if (hit) return decided(found, mistakes, hit, strings, finding);
  return finding
    ? toldByProbe(found, asSigned, finding, engine.tried)
    : notMade(found, codeSigned, engine.tried);
}

function undecided(sentence: string, signed: string): Comparison {
  return { kind: "undecided", sentence, secret: "unknown", signed, mistakes: [] };
}

/** The likeliest first: the secret as it stands with every computation, then every treatment of it. */
function* batches(
  found: Case,
  mistakes: readonly Mistake[],
  key: Node<Key>,
  keys: readonly Node<Key>[],
  strings: readonly CopiedString[],
): Generator<Batch> {
  const { right, wrong, rare } = computationsFor(found, mistakes);
  const all: readonly Node<Digest>[] = [...right, ...wrong, ...rare];
  for (const { signed } of strings) yield { keys: [key], message: root(signed), digests: all };
  for (const { signed } of strings) yield { keys, message: root(signed), digests: right };
  for (const { signed, isRare } of strings)
    if (!isRare) yield { keys, message: root(signed), digests: [...wrong, ...rare] };
}

function treatments(key: Node<Key>, mistakes: readonly Mistake[], facts: Facts): Node<Key>[] {
  const keys = new Pool<Key>(bytesName);
  for (const node of keySteps(key, mistakes, facts)) keys.offer(node);
  return keys.sorted();
}

function decided(
  found: Case,
  mistakes: readonly Mistake[],
  hit: Hit,
  strings: readonly CopiedString[],
  finding: ProbeFinding | null,
): Comparison {
  const told = explain(found, mistakes, hit, 0, 0, []);
  const others = told.state === "explained" ? told.mistakes : [];
  const { value } = hit.candidate.message;
  const signed = messageText(value);
  const words = strings.find((copied) => copied.signed === value)?.words ?? "";
  const isRight = value === found.request.signingString;
  const ownKey = hit.candidate.key.steps.length === 0;
  const ownComputation = hit.candidate.digest.steps.length === 0;
  const kind = !isRight ? "string-differs" : ownKey && ownComputation ? "same" : "secret-or-hash-differs";
  const sentences = [
    ownKey ? "The secret is right." : otherKey(finding?.secret === "same"),
    ...(ownComputation ? [] : [otherwise(hit.candidate.digest.value)]),
    ...(words === "" ? [] : [words]),
    isRight ? rightString(others.length > 0) : "The string differs from the one to sign:",
  ];
  return {
    kind,
    sentence: sentences.join(" "),
    secret: ownKey ? "right" : "other",
    signed,
    mistakes: others,
  };
}

/** What the line alone tells, where the digits of the signature prove nothing. */
function toldByProbe(found: Case, signed: string, finding: ProbeFinding, tried: number): Comparison {
  const isRight = finding.string === "same";
  const sentences = [
    secretWords(finding),
    isRight ? "The string is the right one." : "The string differs from the one to sign:",
    ...(isRight && finding.secret === "same" ? [restWords(tried)] : []),
  ];
  return {
    kind: isRight ? "secret-or-hash-differs" : "string-differs",
    sentence: sentences.join(" "),
    secret: "unknown",
    signed,
    mistakes: finding.changes.flatMap(({ steps }) => steps.map((step) => told(step, found))),
  };
}

function notMade(found: Case, codeSigned: string, tried: number): Comparison {
  const { signingString } = found.request;
  const isSpelled = codeSigned.trim() !== signingString;
  const isRight = !isSpelled || copiedStrings(codeSigned).some(({ signed }) => signed === signingString);
  return {
    kind: "secret-or-hash-differs",
    sentence: notMadeWords(isRight, isSpelled, tried),
    secret: "unknown",
    signed: isRight ? signingString : codeSigned,
    mistakes: [],
  };
}
