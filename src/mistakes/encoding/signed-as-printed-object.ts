import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { OPTIONS_URL, SECRET } from "../sample";
import { decodedPairs, pairsOf, sortedPairs } from "../text/parameters";
import { inTypes, type Json } from "../text/typed-values";

export const signedAsPrintedObject: Mistake = {
  id: "signed-as-printed-object",
  group: "encoding",
  title: "The parameters were signed as a program prints an object.",
  why: "A language turns a dictionary, a map or a list into text of its own: str() in Python, toString() in Java, JavaScript or Ruby, Sprint in Go.",
  fix: "Build the query from the parameters first, and sign that query.",
  example: { url: OPTIONS_URL, secret: SECRET, signed: "{'width': 200, 'mode': 'crop'}" },
  nearMiss: { url: OPTIONS_URL, secret: SECRET, signed: "/a.jpg?mode=crop&width=200" },
  alone: printed,
};

type Entries = readonly (readonly [name: string, value: Json])[];

const PRINTERS: readonly [print: (entries: Entries) => string, name: string][] = [
  [
    (all) => `{${list(all, (name, value) => `${python(name)}: ${python(value)}`)}}`,
    "As Python prints a dict",
  ],
  [
    (all) => `[${list(all, (name, value) => `(${python(name)}, ${python(value)})`)}]`,
    "As Python prints a list",
  ],
  [(all) => `{${list(all, (name, value) => `${name}=${String(value)}`)}}`, "As Java prints a map"],
  [(all) => `map[${all.map(([name, value]) => `${name}:${String(value)}`).join(" ")}]`, "As Go prints a map"],
  [(all) => `{${list(all, (name, value) => `"${name}"=>${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `:${name}=>${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [
    (all) => `{"${all.map(([name, value]) => `${name}" => ${ruby(value)}`).join(', "')}}`,
    "As Ruby prints a hash",
  ],
  [(all) => `{${list(all, (name, value) => `${name}: ${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `${name}: ${String(value)}`)}}`, "As Dart prints a map"],
  [
    (all) => `[${list(all, (name, value) => `${ruby(name)}: ${ruby(value)}`)}]`,
    "As Swift prints a dictionary",
  ],
  [(all) => all.map((entry) => entry.join(",")).join(","), "As JavaScript prints a list"],
  [
    (all) => `a:${all.length}:{${all.map(([name, value]) => php(name) + php(value)).join("")}}`,
    "As PHP serialises an array",
  ],
  [
    (all) => `Array\n(\n${all.map(([name, value]) => `    [${name}] => ${phpText(value)}\n`).join("")})\n`,
    "As PHP’s print_r prints an array",
  ],
];

/** What such a text is where nothing of the object is left in it. */
const NOTHING_LEFT = ["[object Object]", "Array", "[object URLSearchParams]", "System.Collections.Hashtable"];

function* printed(url: UrlText): Generator<Variant<string>> {
  const pairs = decodedPairs(pairsOf(url));
  if (pairs.length === 0) return;
  for (const order of [pairs, sortedPairs(pairs)])
    for (const [types] of inTypes(order))
      for (const [print, name] of PRINTERS) {
        const value = print(Object.entries(types));
        yield { value, detail: `${name}.` };
        yield { value: url.path + value, detail: `${name}, after the path.` };
        yield { value: `${url.path}?${value}`, detail: `${name}, after the path and “?”.` };
      }
  for (const text of NOTHING_LEFT)
    for (const head of ["", "?", url.path, `${url.path}?`])
      yield { value: head + text, detail: `As “${text}”, which holds nothing of them.` };
}

function list(entries: Entries, write: (name: string, value: Json) => string): string {
  return entries.map(([name, value]) => write(name, value)).join(", ");
}

function python(value: Json): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return value.includes("'") ? `"${value}"` : `'${value}'`;
  return Array.isArray(value) ? `[${value.map(python).join(", ")}]` : String(value);
}

function ruby(value: Json): string {
  return Array.isArray(value) ? `[${value.map(ruby).join(", ")}]` : JSON.stringify(value);
}

function php(value: Json): string {
  if (typeof value === "number") return Number.isInteger(value) ? `i:${value};` : `d:${value};`;
  if (typeof value === "boolean") return `b:${value ? 1 : 0};`;
  const text = String(value);
  return `s:${new TextEncoder().encode(text).length}:"${text}";`;
}

function phpText(value: Json): string {
  return typeof value === "boolean" ? (value ? "1" : "") : String(value);
}
