import { sortQuery } from "../../signing/sort-query";
import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { formDecode } from "../text/parameters";

const TWO = `${HOST}/a.jpg?tag=a&tag=b&width=200&signature={}`;

export const arrayWrittenOtherwise: Mistake = {
  id: "array-written-otherwise",
  group: "encoding",
  title: "A list of values was written otherwise when it was signed.",
  why: "Libraries write lists each in its own way: “tag=a&tag=b”, “tag[]=a”, “tag[0]=a”, “tag=a,b” or as JSON; a browser, a proxy or a second library wrote it anew.",
  fix: "Build the query once, and use the same text for the string and for the URL.",
  example: { url: TWO, secret: SECRET, signed: "/a.jpg?tag[]=a&tag[]=b&width=200" },
  nearMiss: { url: TWO, secret: SECRET, signed: "/a.jpg?tag=b&tag=a&width=200" },
  *urls(url) {
    for (const variant of lists(url, WRITINGS.slice(0, 6))) yield { ...variant, weight: 1.1 };
  },
  *alone(url, { rule }) {
    for (const { value, detail } of lists(url, WRITINGS))
      for (const [query, words] of asHandedOut(value.query ?? ""))
        yield { value: rule({ ...value, query }), detail: `${detail}${words}` };
  },
};

/** A list as parameters of its name, from its values as they stand. */
type Write = (name: string, values: readonly string[]) => readonly string[];

const indexed =
  (open: string, close: string): Write =>
  (name, values) =>
    values.map((value, at) => `${name}${open}${at}${close}=${value}`);
const each =
  (suffix: string): Write =>
  (name, values) =>
    values.map((value) => `${name}${suffix}=${value}`);
const together =
  (joint: string): Write =>
  (name, values) => [`${name}=${values.join(joint)}`];
const asOne =
  (write: (values: readonly string[]) => string): Write =>
  (name, values) => [`${name}=${write(values.map(formDecode))}`];
const formEncode = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
const python = (values: readonly string[]) => `[${values.map((value) => `'${value}'`).join(", ")}]`;
const spacedJson = (values: readonly string[]) =>
  `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
const json = (values: readonly string[]) => JSON.stringify(values);

const ONE_TEXT: readonly [write: (values: readonly string[]) => string, name: string][] = [
  [json, "As JSON."],
  [spacedJson, "As JSON with spaces."],
  [python, "As Python prints a list."],
  [(values) => `[${values.join(", ")}]`, "As Java prints a list."],
  [(values) => `[${values.join(" ")}]`, "As Go prints a list."],
  [(values) => `[${values.join(",")}]`, "In square brackets."],
  [(values) => `{${values.join(",")}}`, "In braces."],
  [(values) => values.join(", "), "Joined with a comma and a space."],
];

const WRITINGS: readonly [write: Write, detail: string][] = [
  [each("[]"), "As “name[]=…”."],
  [each("%5B%5D"), "As “name%5B%5D=…”."],
  [together(","), "As one value, joined with “,”."],
  [asOne((values) => encodeURIComponent(values.join(","))), "As one value, joined with “%2C”."],
  [each(""), "As “name=…” for each value."],
  [indexed("%5B", "%5D"), "As “name%5B0%5D=…”."],
  [indexed("[", "]"), "As “name[0]=…”."],
  [together("%2C"), "As one value, joined with “%2C”."],
  [indexed("", ""), "As “name0=…”."],
  [indexed(".", ""), "As “name.0=…”."],
  [indexed("_", ""), "As “name_0=…”."],
  [(name, values) => values.map((value, at) => `${name}[${at + 1}]=${value}`), "As “name[1]=…”."],
  [(name, values) => values.map((value, at) => `${name}%5B${at + 1}%5D=${value}`), "As “name%5B1%5D=…”."],
  [each("[0]"), "As “name[0]=…” for each value."],
  [each("%5b%5d"), "As “name%5b%5d=…”."],
  ...["|", "%7C", ";", "%3B", "+", "%20", ":", "", "%0A", "%2C+", "%2C%20", ",+", ",%20", "-", "/"].map(
    (joint): [Write, string] => [together(joint), `As one value, joined with “${joint}”.`],
  ),
  ...ONE_TEXT.flatMap(([write, name]) =>
    [encodeURIComponent, formEncode, encodeURI, (text: string) => text].map((encode): [Write, string] => [
      asOne((values) => encode(write(values))),
      name,
    ]),
  ),
  [(name) => [`${name}=Array`], "As “Array”, the text that PHP makes of a list."],
  [(name) => [`${name}%5B%5D=Array`], "As “Array”, the text that PHP makes of a list."],
  [(name, values) => [`${name}[]=${values.at(-1)}`], "Only the last value, as “name[]=…”."],
  [(name, values) => [`${name}%5B%5D=${values.at(-1)}`], "Only the last value, as “name%5B%5D=…”."],
];

/** More parameters than this are left as they stand. */
const MOST_PARAMETERS = 200;

/** Every way for each list of the URL: names that stand twice or with brackets, and values with commas. */
function* lists(
  url: UrlText,
  writings: readonly (readonly [write: Write, detail: string])[],
): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > MOST_PARAMETERS) return;
  const names = [...new Set(parameters.map(({ name }) => bare(name)))];
  const found = names.flatMap((name) => listOf(name, parameters) ?? []);
  for (const [write, detail] of writings) {
    const all = new Map(found.map((list) => [list.name, write(list.name, list.values)]));
    for (const chosen of new Set([
      all,
      ...(found.length > 1 ? found.map(({ name }) => only(all, name)) : []),
    ]))
      for (const query of placed(parameters, chosen)) yield { value: { ...url, query }, detail };
  }
}

/** The parameters as they stand, and as frameworks hand them out, sorted or not. */
function asHandedOut(query: string): [query: string, words: string][] {
  const sorted = sortQuery(query);
  return [
    [query, ""],
    [formDecode(query), " All was signed decoded."],
    [sorted, " The parameters were sorted."],
    [formDecode(sorted), " The parameters were sorted, and all was signed decoded."],
  ];
}

const BRACKETS = /(?:\[\d*\]|%5B\d*%5D)$/i;
const bare = (name: string) => name.replace(BRACKETS, "");
const only = <T>(all: ReadonlyMap<string, T>, name: string) =>
  new Map([...all].filter(([own]) => own === name));

interface List {
  readonly name: string;
  readonly values: readonly string[];
}

function listOf(name: string, parameters: readonly Parameter[]): List | null {
  const own = parameters.filter((parameter) => bare(parameter.name) === name);
  const values = own.map(({ value }) => value ?? "");
  const [first = "", ...others] = values;
  if (others.length > 0 || own.some((parameter) => parameter.name !== name)) return { name, values };
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
function placed(parameters: readonly Parameter[], lists: ReadonlyMap<string, readonly string[]>): string[] {
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
