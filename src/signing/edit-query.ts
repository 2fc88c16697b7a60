import { escapeText, unescapeValue } from "./escapes";
import { cutQuery } from "./url-text";

/** A parameter as people read it: decoded. */
export interface Option {
  readonly name: string;
  readonly value: string;
}

/** The query's first parameters, decoded (percent-encoded UTF-8, `+` as a space); what does not decode stays as it is. */
export function readOptions(query: string | null, most: number): Option[] {
  if (query === null || query === "") return [];
  const shown = query.split("&", most).join("&");
  return cutQuery(shown).map(({ name, value }) => ({
    name: unescapeValue(name),
    value: unescapeValue(value ?? ""),
  }));
}

/** How many parameters a query has. */
export function countOptions(query: string | null): number {
  if (query === null || query === "") return 0;
  let count = 1;
  for (let at = query.indexOf("&"); at >= 0; at = query.indexOf("&", at + 1)) count++;
  return count;
}

/** The query with one parameter's name or value written anew, percent-encoded; all other bytes stay as they were. */
export function editOption(query: string, index: number, change: Partial<Option>): string {
  return rewrite(query, (parameters) => {
    const old = cutQuery(parameters[index] ?? "")[0];
    if (!old) return;
    const name = change.name === undefined ? old.name : escapeText(change.name);
    const value = change.value === undefined ? old.value : escapeText(change.value);
    parameters[index] = value === null ? name : `${name}=${value}`;
  });
}

/** The query with a new parameter before the one at `index`, or at the end. */
export function addOption(query: string | null, index: number, { name, value }: Option): string {
  const text = `${escapeText(name)}=${escapeText(value)}`;
  if (query === null || query === "") return text;
  return rewrite(query, (parameters) => parameters.splice(index, 0, text));
}

/** The query without one parameter; `null` when none is left. */
export function removeOption(query: string, index: number): string | null {
  return rewrite(query, (parameters) => parameters.splice(index, 1)) || null;
}

/** The query with one parameter moved to another place. */
export function moveOption(query: string, from: number, to: number): string {
  return rewrite(query, (parameters) => parameters.splice(to, 0, ...parameters.splice(from, 1)));
}

function rewrite(query: string, edit: (parameters: string[]) => void): string {
  const parameters = query.split("&");
  edit(parameters);
  return parameters.join("&");
}
