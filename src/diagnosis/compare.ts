import type { Digest, Facts, Key, Mistake } from "../mistakes/mistake";
import { groupDigits } from "../signing/group-digits";
import { type Case, readCase } from "./case";
import { computationsFor } from "./computations";
import type { DiagnosisInput, ExplainedMistake } from "./diagnosis";
import { type Batch, Engine, type Hit } from "./engine";
import { messageText } from "./message-text";
import { mistakesOf } from "./registry";
import { explain } from "./result";
import { bytesName, keySteps, type Node, Pool, root } from "./space";

/** What the string that the user's own code signed decides. */
export interface Comparison {
  readonly kind: "same" | "string-differs" | "secret-or-hash-differs" | "undecided";
  readonly sentence: string;
  /** The string that was really signed: with the line break at its end, where one was needed. */
  readonly signed: string;
  /** What else was wrong, each proved by the same digits: the secret, the computation, the form or the place. */
  readonly mistakes: readonly ExplainedMistake[];
}

/**
 * Whether the pasted signature was made of `codeSigned`: with the secret in every treatment of the catalogue, every computation
 * and every form. A line break at the end is easily lost or added when text is copied, so the string is tried with and without
 * one, too. What is told was computed again by WebCrypto.
 */
export async function compareSignedString(input: DiagnosisInput, codeSigned: string): Promise<Comparison> {
  const found = readCase(input);
  if (!found || found.targets.length === 0) {
    return undecided(
      "The signature is too short to decide anything, or it is not one that can be read.",
      codeSigned,
    );
  }
  const mistakes = mistakesOf(found.scheme);
  const limit = { tried: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY };
  const engine = new Engine(found.targets, limit, () => {});
  const hit = await engine.find(batches(found, mistakes, spellings(codeSigned)));
  return hit ? decided(found, mistakes, hit, codeSigned) : notMade(found, codeSigned, engine.tried);
}

function undecided(sentence: string, signed: string): Comparison {
  return { kind: "undecided", sentence, signed, mistakes: [] };
}

/** The likeliest first: the secret as it stands with every computation, then every treatment of it. */
function* batches(found: Case, mistakes: readonly Mistake[], strings: readonly string[]): Generator<Batch> {
  const { right, wrong, rare } = computationsFor(found, mistakes);
  const key = root<Key>(found.input.secret);
  const keys = treatments(key, mistakes, found.facts);
  const all: readonly Node<Digest>[] = [...right, ...wrong, ...rare];
  for (const signed of strings) yield { keys: [key], message: root(signed), digests: all };
  for (const signed of strings) yield { keys, message: root(signed), digests: right };
  for (const signed of strings) yield { keys, message: root(signed), digests: [...wrong, ...rare] };
}

function treatments(key: Node<Key>, mistakes: readonly Mistake[], facts: Facts): Node<Key>[] {
  const keys = new Pool<Key>(bytesName);
  for (const node of keySteps(key, mistakes, facts)) keys.offer(node);
  return keys.sorted();
}

/** What copying the string out of a log may have changed: the line break at its end, quotes around it. */
function spellings(codeSigned: string): string[] {
  const bare = codeSigned.replace(/\r?\n$/, "");
  const inner = /^\s*(["'`])(.*)\1\s*$/s.exec(codeSigned)?.[2];
  return [
    ...new Set([
      codeSigned,
      `${codeSigned}\n`,
      `${codeSigned}\r\n`,
      bare,
      `${bare}\r\n`,
      codeSigned.replace(/\r?\n/g, "\r\n"),
      codeSigned.trim(),
      ...(inner === undefined ? [] : [inner]),
    ]),
  ];
}

function decided(found: Case, mistakes: readonly Mistake[], hit: Hit, codeSigned: string): Comparison {
  const told = explain(found, mistakes, hit, 0, 0, []);
  const others = told.state === "explained" ? told.mistakes : [];
  const signed = messageText(hit.candidate.message.value);
  const isRight = signed === found.request.signingString;
  const ownKey = hit.candidate.key.steps.length === 0;
  const ownComputation = hit.candidate.digest.steps.length === 0;
  const kind = !isRight ? "string-differs" : ownKey && ownComputation ? "same" : "secret-or-hash-differs";
  const sentences = [
    ownKey
      ? "The secret is right."
      : "Your code signed this string, but with another key than the secret entered here.",
    ...(ownComputation ? [] : [otherwise(hit.candidate.digest.value)]),
    ...(signed === codeSigned ? [] : [copied(signed, codeSigned)]),
    isRight ? rightString(others.length > 0) : "The string differs from the one to sign:",
  ];
  return { kind, sentence: sentences.join(" "), signed, mistakes: others };
}

function otherwise({ hash, mode }: Digest): string {
  return mode === "hmac"
    ? `The hash was ${hash}.`
    : `It was no HMAC of it, but another computation with ${hash}.`;
}

function rightString(more: boolean): string {
  return more ? "It is the right string." : "It is the right string, too.";
}

function copied(signed: string, codeSigned: string): string {
  if (signed.length > codeSigned.length) return "A line break at the end of the string was signed too.";
  return /^\s*["'`]/.test(codeSigned) && !/^\s*["'`]/.test(signed)
    ? "The quotes around it were not signed."
    : "White space at its end was not signed.";
}

function notMade(found: Case, codeSigned: string, tried: number): Comparison {
  const isRight = codeSigned.trim() === found.request.signingString;
  const count = groupDigits(tried);
  return {
    kind: "secret-or-hash-differs",
    sentence: isRight
      ? `This is the right string, and this secret does not make the pasted signature of it (${count} computations tried). Another secret signed it, or it was not this string that was signed.`
      : `This secret does not make the pasted signature of this string (${count} computations tried). Another secret signed it, or the string that was signed is not exactly this one.`,
    signed: codeSigned,
    mistakes: [],
  };
}
