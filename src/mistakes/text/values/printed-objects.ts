import type { Json } from "./typed-values";

/** Names with their values, in the order of the object. */
export type Entries = readonly (readonly [name: string, value: Json])[];

/** How a program prints an object, and which does. */
type Printer = readonly [print: (entries: Entries) => string, name: string];

const list = (entries: Entries, write: (name: string, value: Json) => string, joint = ", ") =>
  entries.map(([name, value]) => write(name, value)).join(joint);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function python(value: Json): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return value.includes("'") ? `"${value}"` : `'${value}'`;
  return isList(value) ? `[${value.map(python).join(", ")}]` : String(value);
}

const pythonDict = (all: Entries) => `{${list(all, (name, value) => `${python(name)}: ${python(value)}`)}}`;
const pythonList = (all: Entries) => `[${list(all, (name, value) => `(${python(name)}, ${python(value)})`)}]`;

function ruby(value: Json): string {
  return isList(value) ? `[${value.map(ruby).join(", ")}]` : JSON.stringify(value);
}

const java = (value: Json): string => (isList(value) ? `[${value.join(", ")}]` : String(value));
const go = (value: Json): string => (isList(value) ? `[${value.join(" ")}]` : String(value));
const dotNet = (value: Json): string => (typeof value === "boolean" ? python(value) : String(value));

function php(value: Json): string {
  if (typeof value === "number") return Number.isInteger(value) ? `i:${value};` : `d:${value};`;
  if (typeof value === "boolean") return `b:${value ? 1 : 0};`;
  if (isList(value)) return `a:${value.length}:{${value.map((one, at) => php(at) + php(one)).join("")}}`;
  const text = String(value);
  return `s:${new TextEncoder().encode(text).length}:"${text}";`;
}

function phpText(value: Json): string {
  return typeof value === "boolean" ? (value ? "1" : "") : String(value);
}

const phpCode = (value: Json) =>
  typeof value === "string" ? `'${value.replace(/['\\]/g, "\\$&")}'` : String(value);

/** Texts without a sign of their own stand there as they are. */
const apple = (value: Json) => (/^[\w$/:.]+$/.test(java(value)) ? java(value) : JSON.stringify(java(value)));

/** A name of JavaScript stands there as it is. */
const scriptName = (name: string) => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`);

const PAIR_JOINTS = [",", ", ", "&", "", " ", ";", "\n", "\r\n"];

export const PRINTERS: readonly Printer[] = [
  [pythonDict, "As Python prints a dict"],
  [pythonList, "As Python prints a list"],
  [(all) => `{${list(all, (name, value) => `${name}=${java(value)}`)}}`, "As Java prints a map"],
  [(all) => `map[${list(all, (name, value) => `${name}:${go(value)}`, " ")}]`, "As Go prints a map"],
  [(all) => `{${list(all, (name, value) => `"${name}"=>${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `:${name}=>${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `"${name}" => ${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `${name}: ${ruby(value)}`)}}`, "As Ruby prints a hash"],
  [(all) => `{${list(all, (name, value) => `${name}: ${java(value)}`)}}`, "As Dart prints a map"],
  [
    (all) => `[${list(all, (name, value) => `${ruby(name)}: ${ruby(value)}`)}]`,
    "As Swift prints a dictionary",
  ],
  [(all) => all.map((entry) => entry.join(",")).join(","), "As JavaScript prints a list"],
  [
    (all) => `a:${all.length}:{${list(all, (name, value) => php(name) + php(value), "")}}`,
    "As PHP serialises an array",
  ],
  [
    (all) => `Array\n(\n${list(all, (name, value) => `    [${name}] => ${phpText(value)}\n`, "")})\n`,
    "As PHP’s print_r prints an array",
  ],
  [
    (all) => `array (\n${list(all, (name, value) => `  ${phpCode(name)} => ${phpCode(value)},\n`, "")})`,
    "As PHP’s var_export prints an array",
  ],
  ...PAIR_JOINTS.map(
    (joint): Printer => [
      (all) => list(all, (name, value) => `[${name}, ${dotNet(value)}]`, joint),
      "As .NET prints the pairs of a dictionary",
    ],
  ),
  [
    (all) => `{ ${list(all, (name, value) => `${name} = ${dotNet(value)}`)} }`,
    "As .NET prints an object without a type",
  ],
  [
    (all) => `@{${list(all, (name, value) => `${name}=${dotNet(value)}`, "; ")}}`,
    "As PowerShell prints an object",
  ],
  [
    (all) =>
      `{ ${list(all, (name, value) => `${scriptName(name)}: ${isList(value) ? `[ ${value.map(phpCode).join(", ")} ]` : phpCode(value)}`)} }`,
    "As Node’s util.inspect prints an object",
  ],
  [(all) => `[${list(all, (name, value) => `${name}=${java(value)}`)}]`, "As Java prints a list of pairs"],
  [
    (all) => `[${list(all, (name, value) => `(${name}, ${java(value)})`)}]`,
    "As Kotlin prints a list of pairs",
  ],
  [(all) => `Map(${list(all, (name, value) => `${name} -> ${java(value)}`)})`, "As Scala prints a map"],
  [(all) => `%{${list(all, (name, value) => `"${name}" => ${ruby(value)}`)}}`, "As Elixir prints a map"],
  [(all) => `<QueryDict: ${pythonDict(all)}>`, "As Django prints a QueryDict"],
  [(all) => `MultiDict(${pythonList(all)})`, "As Werkzeug prints a MultiDict"],
  [(all) => `ImmutableMultiDict(${pythonList(all)})`, "As Werkzeug prints a MultiDict"],
  [(all) => `OrderedDict(${pythonList(all)})`, "As Python prints an OrderedDict"],
  [
    (all) => `{\n${list(all, (name, value) => `    ${apple(name)} = ${apple(value)};\n`, "")}}`,
    "As Objective-C prints a dictionary",
  ],
];

/** What such a text is where nothing of the object is left in it. */
export const NOTHING_LEFT: readonly string[] = [
  "[object Object]",
  "Array",
  "[object URLSearchParams]",
  "[object FormData]",
  "[object Map]",
  "System.Collections.Hashtable",
  "System.Collections.Generic.Dictionary`2[System.String,System.String]",
  "System.Collections.Generic.Dictionary`2[System.String,System.Object]",
  "System.Collections.Generic.SortedDictionary`2[System.String,System.String]",
  "System.Collections.Specialized.NameValueCollection",
  "System.Collections.Specialized.OrderedDictionary",
  "Microsoft.AspNetCore.Http.QueryCollection",
];
