import { readPaste } from "../read-paste";
import type { Rule } from "../rule";
import type { SigningRequest } from "../types";
import { cutQuery, joinUrl, rooted } from "../url-text";
import { USUAL_CHANGES } from "./usual-changes";
import { whoMakes } from "./who-sends";

/** A part of two URLs that is not the same in both; `null` where one of them has no such part. */
export interface Difference {
  /** A parameter's name as it stands, or another part. */
  readonly where:
    | { readonly part: "path" | "signature" }
    | { readonly part: "parameter"; readonly name: string };
  readonly made: string | null;
  readonly arrived: string | null;
}

/** What two URLs tell of each other, without any secret. */
export interface TwoUrls {
  /**
   * Of one string: `same-string`: nothing differs but what is not signed. `other-digits`: two signatures stand over it, of which one
   * secret made at most one. `signature-changed`, `signature-moved`: its text or its place is another.
   * Of two: `one-signature`: the same digits stand over both, so at most one of them is right. `two-signatures`: each has its
   * own. `unsigned`: one of them has none.
   */
  readonly proof:
    | "same-string"
    | "other-digits"
    | "signature-changed"
    | "signature-moved"
    | "one-signature"
    | "two-signatures"
    | "unsigned";
  /** By parameter, in the order of the URL that was made; empty where only their order differs. */
  readonly differences: readonly Difference[];
  /** True where the parameters are the same in another order. */
  readonly reordered: boolean;
  /** What may have made the second URL of the first: every client and every usual change that fits. */
  readonly makers: readonly string[];
}

/**
 * Compares a URL as it was made with the same as it arrived (a network panel, a log, mail source).
 * @returns `null` where one of them cannot be read as a request to the vendor
 */
export function compareUrls(rule: Rule, made: string, arrived: string): TwoUrls | null {
  const [first, second] = [read(rule, made), read(rule, arrived)];
  if (!first || !second) return null;
  if (first.signingString === second.signingString) return ofOneString(first, second);
  const differences = differencesOf(first, second);
  return {
    proof: proofOf(first, second),
    differences,
    reordered: differences.length === 0,
    makers: makersOf(rule, first, second),
  };
}

function ofOneString({ found: made }: SigningRequest, { found: arrived }: SigningRequest): TwoUrls {
  const [before, after] = [made?.text ?? null, arrived?.text ?? null];
  const same = { proof: "same-string", differences: [], reordered: false, makers: [] } as const;
  if (before === after)
    return made?.misplaced === arrived?.misplaced ? same : { ...same, proof: "signature-moved" };
  const [digits, others] = [digitsOf(before), digitsOf(after)];
  return {
    ...same,
    proof: digits !== others && digits?.length === others?.length ? "other-digits" : "signature-changed",
    differences: [{ where: { part: "signature" }, made: before, arrived: after }],
  };
}

function digitsOf(signature: string | null): string | undefined {
  return signature !== null && isWhole(signature) ? signature.toLowerCase() : undefined;
}

/** URLs that carry the same digits over strings that differ: at most one of each group is right. */
export interface Shared {
  readonly signature: string;
  readonly urls: readonly string[];
  /** The parts whose values tell them apart: `width` in a srcset whose first URL alone was signed. */
  readonly differ: readonly string[];
}

/** The groups of URLs in a list (a srcset, a page's images) that share one signature over several strings. */
export function sharedSignatures(rule: Rule, urls: readonly string[]): Shared[] {
  const groups = new Map<string, Map<string, SigningRequest>>();
  for (const url of urls) {
    const request = read(rule, url);
    if (!request?.found || !isWhole(request.found.text)) continue;
    const group = groups.get(request.found.text) ?? new Map<string, SigningRequest>();
    if (!group.has(request.signingString)) group.set(request.signingString, request);
    groups.set(request.found.text, group);
  }
  return [...groups].flatMap(([signature, group]) => {
    const [first, ...others] = [...group.values()];
    if (!first || others.length === 0) return [];
    const differ = others.flatMap((other) => differencesOf(first, other).map(({ where }) => nameOf(where)));
    const all = [first, ...others].map(({ typed }) => joinUrl(typed));
    return [{ signature, urls: all, differ: [...new Set(differ)] }];
  });
}

export function nameOf(where: Difference["where"]): string {
  return where.part === "parameter" ? where.name : where.part;
}

function read(rule: Rule, url: string): SigningRequest | null {
  const { request } = readPaste(rule, url);
  return request.ok ? request.value : null;
}

function proofOf(made: SigningRequest, arrived: SigningRequest): TwoUrls["proof"] {
  if (!made.found || !arrived.found) return "unsigned";
  const isOne = made.found.text === arrived.found.text && isWhole(made.found.text);
  return isOne ? "one-signature" : "two-signatures";
}

/** Fewer digits, or a word in their place, may stand over two strings by chance. */
function isWhole(signature: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(signature);
}

/** Parameters are matched by name, and those of one name in their order. */
function differencesOf(
  { unsigned: made }: SigningRequest,
  { unsigned: arrived }: SigningRequest,
): Difference[] {
  const [path, otherPath] = [rooted(made).path, rooted(arrived).path];
  const out: Difference[] =
    path === otherPath ? [] : [{ where: { part: "path" }, made: path, arrived: otherPath }];
  const left = made.query === null ? [] : cutQuery(made.query);
  const right = arrived.query === null ? [] : cutQuery(arrived.query);
  for (const parameter of left) {
    const at = right.findIndex(({ name }) => name === parameter.name);
    const [other] = at < 0 ? [] : right.splice(at, 1);
    if (other?.text === parameter.text) continue;
    out.push({
      where: { part: "parameter", name: parameter.name },
      made: parameter.value ?? "",
      arrived: other ? (other.value ?? "") : null,
    });
  }
  for (const { name, value } of right)
    out.push({ where: { part: "parameter", name }, made: null, arrived: value ?? "" });
  return out;
}

function makersOf(rule: Rule, made: SigningRequest, arrived: SigningRequest): string[] {
  const goal = arrived.signingString;
  const url = joinUrl({ ...made.unsigned, fragment: null });
  const stringOf = (text: string) => read(rule, text)?.signingString;
  const origin = made.unsigned.origin || "https://a.invalid";
  const clients = whoMakes(url, (target) => stringOf(origin + target) === goal);
  const target = joinUrl({ ...rooted(made.unsigned), origin: "", fragment: null });
  const others = USUAL_CHANGES.flatMap(([who, change]) => {
    const changed = change(target);
    return changed !== target && stringOf(origin + changed) === goal ? [who] : [];
  });
  return [...clients, ...others];
}
