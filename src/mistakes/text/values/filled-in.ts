import type { UrlText } from "../../../signing/types";
import { looksUnset } from "../../../signing/unset-values";
import { cutQuery, type Parameter } from "../../../signing/url-text";
import type { Telling, Variant } from "../../mistake";
import { joined } from "../respell";
import { likelyValues } from "./likely-values";

/*
 * Placeholders that stand in the URL, such as “{{width}}”, where a value was signed.
 */

/** Every whole number up to this one is tried where numbers are likely. */
const MOST = 4096;
/** Of two placeholders so many likely values each are tried together. */
const MOST_TOGETHER = 40;

export function* filledIn(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const places = parameters.flatMap((parameter, at) =>
    parameter.value && looksUnset(parameter) ? [at] : [],
  );
  const [first, second] = places;
  if (first === undefined || places.length > 2) return;
  const nameOf = (place: number) => parameters[place]?.name ?? "";
  if (second === undefined) {
    for (const value of valuesOf(nameOf(first))) yield filled(url, parameters, [[first, value]]);
    return;
  }
  for (const one of likelyValues(nameOf(first)).slice(0, MOST_TOGETHER))
    for (const other of likelyValues(nameOf(second)).slice(0, MOST_TOGETHER))
      yield filled(url, parameters, [
        [first, one],
        [second, other],
      ]);
}

function valuesOf(name: string): Iterable<string> {
  const likely = likelyValues(name);
  const numbers = likely.every((value) => /^[\d.]+$/.test(value)) ? MOST + 1 : 0;
  return new Set([...likely, ...Array.from({ length: numbers }, (_, number) => String(number))]);
}

function filled(
  url: UrlText,
  parameters: readonly Parameter[],
  values: readonly (readonly [at: number, value: string])[],
): Variant<UrlText> {
  const all = [...parameters];
  const words: string[] = [];
  for (const [at, value] of values) {
    const parameter = all[at];
    if (!parameter) continue;
    all[at] = { ...parameter, text: `${parameter.name}=${value}` };
    words.push(`“${parameter.name.slice(0, 40)}” was “${value}”`);
  }
  const detail = `When it was signed, ${words.join(" and ")}.`;
  return { value: { ...url, query: joined(all) }, detail, telling: NEVER_FILLED_IN };
}

const NEVER_FILLED_IN: Telling = {
  title: "A value was signed where the URL has one that was never filled in.",
  why: "A template, a script or a shell filled it in for the string and not for the URL: it did not run there, or the text stands in quotes that fill nothing in.",
  fix: "Fill in every value first, sign that text, and send the same text.",
};
