import type { Parameter } from "../../../signing/url-text";
import { formDecode } from "../parameters";

const BRACKETS = /(?:\[\d*\]|%5B\d*%5D)$/i;
const bare = (name: string) => name.replace(BRACKETS, "");
/** The names without brackets, each once. */
export const namesOf = (parameters: readonly Parameter[]) => [
  ...new Set(parameters.map(({ name }) => bare(name))),
];

/** Values that belong together, as they stand. */
export interface List {
  readonly name: string;
  readonly values: readonly string[];
}

/** All values of a name, with brackets or without. */
export function valuesOf(name: string, parameters: readonly Parameter[]): List {
  const own = parameters.filter((parameter) => bare(parameter.name) === name);
  return { name, values: own.map(({ value }) => value ?? "") };
}

/** The list that this name holds: it stands twice or with brackets, or its value has a separator; `null` where it is none. */
export function listOf(name: string, parameters: readonly Parameter[]): List | null {
  const { values } = valuesOf(name, parameters);
  const [first = "", ...others] = values;
  const isOwnName = parameters.some((parameter) => parameter.name === name);
  if (others.length > 0 || !isOwnName) return { name, values };
  const text = formDecode(first);
  if (/^\[.*\]$/s.test(text)) {
    const items = text
      .slice(1, -1)
      .split(/,\s*/)
      .map((item: string) => item.replace(/^(["'])(.*)\1$/s, "$2"));
    return { name, values: items.map(encodeURIComponent) };
  }
  const parts = first.split(/,|%2C|\||%7C|;|%3B/i);
  return parts.length > 1 ? { name, values: parts } : null;
}

/** The list where its first value stood, and each value where it stood. */
export function placed(
  parameters: readonly Parameter[],
  lists: ReadonlyMap<string, readonly string[]>,
): string[] {
  const taken = new Map<string, number>();
  const together: string[] = [];
  const apart: string[] = [];
  for (const { name, text } of parameters) {
    const list = lists.get(bare(name));
    const count = taken.get(bare(name)) ?? 0;
    taken.set(bare(name), count + 1);
    if (!list) {
      together.push(text);
      apart.push(text);
      continue;
    }
    if (count === 0) together.push(...list);
    apart.push(...list.slice(count, count + 1));
  }
  // Places that are too few would drop values, and what was signed were no list.
  const isWhole = [...lists].every(([name, list]) => list.length <= (taken.get(name) ?? 0));
  return [...new Set([together.join("&"), ...(isWhole ? [apart.join("&")] : [])])];
}
