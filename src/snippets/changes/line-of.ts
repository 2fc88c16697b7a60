import { ruleInCode } from "../../schemes/rules-in-code";
import type { Scheme } from "../../schemes/scheme";
import type { ComputationName } from "../../signing/computations";
import type { Language } from "../language";
import { changeIn, writesOf } from "./change-for";
import { phrases } from "./index";
import { around, type Context, type Made, substitutes, substitutesWholly, type Write } from "./lines";
import type { LineChange } from "./phrases";
import { substitutionsBetween } from "./substitutions";
import { MARKED_SECRET } from "./unknown";
import { valuePhrases } from "./value-phrases";

/** A mistake, and what it made by itself of the right string where that is known. */
interface OneMistake {
  readonly id: string;
  readonly alone?: string | undefined;
  /** How it was made. */
  readonly detail?: string | undefined;
}

export interface LineOf extends LineChange {
  /** True where the line that is taken out makes exactly what was signed; else it is one way to make the mistake. */
  readonly isExact: boolean;
}

/** What can be quoted in a line of any language, and is still read there. */
const QUOTABLE = /^[\x20-\x7e]{0,60}$/;

/**
 * The line of code that a mistake is in, and what it should be; `null` as `changeFor` says it. A line that makes another signing
 * string than the mistake had made is never shown, nor one of which that is not known; nor one that makes another key or writes
 * another signature than was pasted.
 * @param unsignedUrl as it is sent
 */
export function lineOf(
  { id, alone, detail = "" }: OneMistake,
  language: Language,
  scheme: Scheme,
  hash: ComputationName,
  made: Made,
  unsignedUrl: string,
): LineOf | null {
  const say = phrases[language.id];
  if (!say) return null;
  const context: Context = { say, scheme, hash, made };
  const values = valuePhrases(language.id, partsOf(scheme, unsignedUrl));
  const right = values.rule(ruleInCode(scheme).signingString);
  // Asked without what was signed, for there a line may be none of this case.
  const isOfString = changeIn(values, id, scheme, hash, { sent: made.sent })?.added === right;
  if (!isOfString) {
    const prefix = made.prefix ?? /^“([^”]+)” stood before it\.$/.exec(detail)?.[1];
    const how = {
      ...made,
      prefix,
      ...(alone !== undefined && { signed: alone }),
      ...(made.pasted && { detail }),
    };
    const change = changeIn(say, id, scheme, hash, how);
    // What is appended to a finished URL stands at its end, behind the signature, too.
    const isAdded = !made.added || (made.pasted?.url ?? unsignedUrl).endsWith(made.added);
    return change && isAdded && isPasted(id, language, context, unsignedUrl)
      ? { ...change, isExact: false }
      : null;
  }
  const signed = alone ?? (made.signed?.includes(MARKED_SECRET) ? made.signed : undefined);
  return signed === undefined ? null : lineThatMakes(signed, right, writesOf(id, scheme), context, values);
}

/** Whether a line that puts the signed URL together makes the one that was pasted, where that is known; other lines are proved elsewhere. */
function isPasted(id: string, { id: language }: Language, context: Context, unsignedUrl: string): boolean {
  const { scheme, hash, made } = context;
  if (!made.pasted) return true;
  const parts = { ...partsOf(scheme, unsignedUrl), signature: made.pasted.signature };
  const values = valuePhrases(language, parts);
  const result = changeIn(values, id, scheme, hash, made);
  const isResult = result?.added === values.rule(ruleInCode(scheme).signedUrl);
  return !isResult || result.removed === made.pasted.url;
}

/** The first line that makes the string, of those of the mistake and of those that add to the right string or write it otherwise. */
function lineThatMakes(
  signed: string,
  right: string,
  writes: readonly Write[],
  context: Context,
  values: Context["say"],
): LineOf | null {
  // Where what was sent has the mistake, too, our own line makes that string.
  if (signed === right) return null;
  const how = { ...context, made: { ...context.made, signed } };
  const find = (candidates: readonly Write[]) => {
    for (const write of candidates) {
      const change = write(how);
      if (change && write({ ...how, say: values })?.removed === signed) return change;
    }
    return null;
  };
  const substitution = find(substituting(right, signed));
  const line = find(writes) ?? find(aroundRight(right, signed)) ?? substitution;
  // Nobody writes code that puts one text for another: it shows what other code does.
  return line && { ...line, isExact: line.removed !== substitution?.removed };
}

/** What stood before and behind the right string, where that can be quoted. */
function aroundRight(right: string, signed: string): Write[] {
  const at = right === "" ? -1 : signed.indexOf(right);
  if (at < 0) return [];
  const [before, after] = [signed.slice(0, at), signed.slice(at + right.length)];
  if (!QUOTABLE.test(before) || !QUOTABLE.test(after)) return [];
  return [around([before].filter(Boolean), [after].filter(Boolean))];
}

/** What stood for what, in the query or everywhere. */
function substituting(right: string, signed: string): Write[] {
  const ways = substitutionsBetween(right, signed);
  return ways.flatMap((way) => [substitutes(...way), substitutesWholly(...way)]);
}

/** The parts of a URL, as code for this vendor cuts it, and what else code may have at hand; none where it cannot. */
function partsOf(scheme: Scheme, url: string): Record<string, string> {
  const { pattern, parts } = ruleInCode(scheme);
  const groups = new RegExp(pattern, "s").exec(url)?.slice(1);
  if (!groups) return {};
  const [, host = "", path = ""] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const cut = Object.fromEntries(parts.map((part, index) => [part, groups[index] ?? ""]));
  return { url, host, path, ...targetIn(url), ...cut };
}

/** The address inside the URL, as code has it before it is escaped. */
function targetIn(url: string): { readonly target?: string } {
  const target = /[?&](?:url|src)=([^&#]+)/.exec(url)?.[1];
  try {
    return target === undefined ? {} : { target: decodeURIComponent(target.replaceAll("+", " ")) };
  } catch {
    return {};
  }
}
