import type { UrlText } from "../../../signing/types";
import { cutQuery } from "../../../signing/url-text";

/** A number in the path or in a parameter’s value. */
export interface NumberPlace {
  /** Its parameter, as it stands; empty in the path. */
  readonly name: string;
  /** Where it stands, as users read it. */
  readonly label: string;
  readonly value: string;
  readonly part: "path" | "query";
  /** Where it stands in that part. */
  readonly start: number;
  /** True where it is the whole value of a parameter. */
  readonly isWhole: boolean;
}

/** Digits that are no part of an escape, a word or another number. */
const NUMBER = /(?<![\w.%]|%[0-9a-f])\d+(?:\.\d+)?(?![\w.]|%[0-9a-f]{0,1}$)/gi;
const IN_WORD = /(?<=[_x-]|^[wh]|\b[whq])\d{1,5}(?=$|[x_.,/-])/gi;

/** A longer query or path has too many numbers. */
const LONG = 20_000;

/** Every number of the URL’s query and path that stands by itself, those in the query first. */
export function numbersOf({ path, query }: UrlText): NumberPlace[] {
  const places: NumberPlace[] = [];
  if (path.length + (query?.length ?? 0) > LONG) return places;
  let start = 0;
  for (const { name, value, text } of cutQuery(query ?? "")) {
    if (value !== null) places.push(...within(value, name, "query", start + name.length + 1));
    start += text.length + 1;
  }
  return [...places, ...within(path, "", "path", 0)];
}

function within(text: string, name: string, part: NumberPlace["part"], offset: number): NumberPlace[] {
  const found = new Map<number, string>();
  for (const pattern of [NUMBER, IN_WORD])
    for (const match of text.matchAll(pattern)) if (!found.has(match.index)) found.set(match.index, match[0]);
  return [...found].map(([at, value]) => {
    const isWhole = part === "query" && value === text;
    const shown = part === "path" ? "the path" : `“${name.slice(0, 40)}”`;
    return {
      name,
      label: isWhole ? shown : `a number in ${shown}`,
      value,
      part,
      start: offset + at,
      isWhole,
    };
  });
}

/** The URL with other numbers in these places, which come in the order of `numbersOf`. */
export function withNumbers(
  url: UrlText,
  changes: readonly (readonly [place: NumberPlace, value: string])[],
): UrlText {
  let path = url.path;
  let query = url.query ?? "";
  for (const [{ part, start, value: old }, value] of changes.toReversed()) {
    if (part === "path") path = path.slice(0, start) + value + path.slice(start + old.length);
    else query = query.slice(0, start) + value + query.slice(start + old.length);
  }
  return { origin: url.origin, path, query: url.query === null ? null : query, fragment: url.fragment };
}
