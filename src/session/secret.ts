import { importHmacKey } from "../signing/hmac";
import type { HashName } from "../signing/types";
import { settle } from "./settle";

/**
 * The secret's only home. Its text stands in the field (uncontrolled, so that React never copies it); only the diagnosis is told it, for one search; what
 * signs is a non-extractable CryptoKey. Nobody keys a query, a log line or an address by any of it: they use `revision`.
 */
export interface SecretFacts {
  /** Counts edits. */
  readonly revision: number;
  /** Counts remounts of the field. */
  readonly field: number;
  readonly characters: number;
  /** Of its UTF-8 form, which is the key. */
  readonly bytes: number;
  /** True for the published secret of an example. */
  readonly demo: boolean;
  /** What a paste carried around the secret, in words; empty when nothing. */
  readonly pasted: readonly string[];
  readonly pastedKept: boolean;
  /** Counts edits of the other secrets. */
  readonly others: number;
}

let facts: SecretFacts = {
  revision: 0,
  field: 0,
  characters: 0,
  bytes: 0,
  demo: false,
  pasted: [],
  pastedKept: false,
  others: 0,
};
let field: HTMLInputElement | null = null;
let keys = new Map<HashName, Promise<CryptoKey>>();
const listeners = new Set<() => void>();

export function subscribeSecret(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const secretFacts = (): SecretFacts => facts;

function update(change: Partial<SecretFacts>): void {
  facts = { ...facts, ...change, revision: facts.revision + 1 };
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function measure(text: string): Pick<SecretFacts, "characters" | "bytes"> {
  return { characters: [...text].length, bytes: new TextEncoder().encode(text).length };
}

/** What the page shows before it has a field: an example's published secret, by size alone. */
export function presetDemo(text: string): void {
  facts = { ...facts, ...measure(text), demo: text !== "" };
}

/** The field has been mounted; text typed before the scripts ran counts. */
export function attachSecretField(element: HTMLInputElement | null): void {
  field = element;
  if (!element) return;
  const size = measure(element.value);
  if (element.value !== element.defaultValue) update({ ...size, demo: false });
  else facts = { ...facts, ...size };
}

/** To be called on every edit of the field: drops every key made of the old text. */
export function secretEdited(): void {
  keys = new Map();
  const size = measure(field?.value ?? "");
  facts = { ...facts, ...size, demo: false, pasted: [], pastedKept: false, revision: facts.revision + 1 };
  void settle(startWork(), tell);
}

let startWork = async () => {};

/** What begins with every edit, before anything is rendered: the signature. */
export function onSecretEdited(start: () => Promise<void>): void {
  startWork = start;
}

/** What the last paste carried; stands until the next edit. */
export function secretPasted(pasted: readonly string[], pastedKept: boolean): void {
  facts = { ...facts, pasted, pastedKept };
  tell();
}

let othersField: HTMLTextAreaElement | null = null;

/** The field of other secrets to try, one a line: held like the secret itself. */
export function attachOtherSecrets(element: HTMLTextAreaElement | null): void {
  othersField = element;
}

/** To be called on every edit of the other secrets. */
export function otherSecretsEdited(): void {
  facts = { ...facts, others: facts.others + 1 };
  tell();
}

/** One for each line; empty lines are kept so that line numbers stay right. */
export const otherSecrets = (): string[] => othersField?.value.split("\n") ?? [];

/** A fresh field: empty, or with an example's published secret. */
export function replaceSecret(demo: boolean): void {
  if (field) {
    field.value = "";
    field.defaultValue = "";
  }
  if (othersField) othersField.value = "";
  keys = new Map();
  update({ field: facts.field + 1, characters: 0, bytes: 0, demo, pasted: [], pastedKept: false });
}

/**
 * The key for `hash`, imported from the field's text at once and then kept as long as that text stands.
 * @throws RangeError when there is no secret.
 */
export function secretKey(hash: HashName): Promise<CryptoKey> {
  const kept = keys.get(hash);
  if (kept) return kept;
  const key = importHmacKey(field?.value ?? "", hash);
  keys.set(hash, key);
  return key;
}

/** The text itself, for the diagnosis alone, which must try what was done to it. Never keep it. */
export const secretText = (): string => field?.value ?? "";
