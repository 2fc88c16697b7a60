import type { Scheme } from "../../schemes/scheme";
import type { ComputationName } from "../../signing/computations";
import type { Language } from "../language";
import { changeFor, changeIn } from "./change-for";
import { phrases } from "./index";
import type { Made } from "./lines";
import type { LineChange } from "./phrases";
import { valuePhrases } from "./value-phrases";

/** A mistake, and what it made by itself of the right string where that is known. */
interface OneMistake {
  readonly id: string;
  readonly alone?: string | undefined;
}

export interface LineOf extends LineChange {
  /** True where the line that is taken out makes exactly what was signed; else it is one way to make the mistake. */
  readonly isExact: boolean;
}

/** What can be quoted in a line of any language, and is still read there. */
const QUOTABLE = /^[\x20-\x7e]{0,60}$/;

/**
 * The line of code that a mistake is in, and what it should be; `null` as `changeFor` says it. Of the string that was signed the line
 * is one that makes it, where that can be written down.
 * @param unsignedUrl as it is sent
 */
export function lineOf(
  { id, alone }: OneMistake,
  language: Language,
  scheme: Scheme,
  hash: ComputationName,
  made: Made,
  unsignedUrl: string,
): LineOf | null {
  const how = alone === undefined ? made : { ...made, signed: alone };
  const change = changeFor(id, language, scheme, hash, how);
  const usual = change && { ...change, isExact: false };
  const say = phrases[language.id];
  const parts = partsOf(scheme, unsignedUrl);
  if (!say || !parts || alone === undefined) return usual;
  const { signingString } = scheme.inCode;
  const values = valuePhrases(parts);
  const right = values.rule(signingString);
  const value =
    changeIn(values, id, scheme, hash, how) ?? changeIn(values, id, scheme, hash, { sent: made.sent });
  if (value?.added !== right) return usual;
  if (change && value.removed === alone) return { ...change, isExact: true };
  const around = piecesAround(right, alone);
  if (!around) return usual;
  const removed = say.message(say.express([around.before, ...signingString, around.after].filter(Boolean)));
  return { removed, added: say.rule(signingString), isExact: true };
}

/** What stood before and behind the right string, where that can be quoted. */
function piecesAround(right: string, alone: string): { before: string; after: string } | null {
  const at = right === "" ? -1 : alone.indexOf(right);
  if (at < 0) return null;
  const [before, after] = [alone.slice(0, at), alone.slice(at + right.length)];
  return QUOTABLE.test(before) && QUOTABLE.test(after) ? { before, after } : null;
}

/** The parts of a URL, as code for this vendor cuts it; `null` where it cannot. */
function partsOf({ inCode: { pattern, parts } }: Scheme, url: string): Record<string, string> | null {
  const groups = new RegExp(pattern, "s").exec(url)?.slice(1);
  return groups
    ? { url, ...Object.fromEntries(parts.map((part, index) => [part, groups[index] ?? ""])) }
    : null;
}
