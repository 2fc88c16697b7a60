import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { SECRET } from "../sample";
import { joined } from "../text/respell";
import { LEFT_IN_STRING, LEFT_IN_URL } from "../text/values/left-around";
import { AS_PRINTED, PRINTED } from "../text/values/printed-values";
import { type Writing, writtenSo } from "../text/values/respelled-values";
import { wholesOf } from "../text/whole";
import { LESS_USUAL, OFTEN } from "../weights";

const FULL_PAGE = "https://images.example.net/a.jpg?full=true&width=200&signature={}";

export const valueWrittenOtherwise: Mistake = {
  id: "value-written-otherwise",
  group: "encoding",
  title: "A value such as true, false or nothing was written otherwise when it was signed.",
  why: "Languages turn these into text each in its own way: “True” in Python and .NET, “1” or nothing in PHP, “null” and “undefined” in JavaScript, “None” in Python.",
  fix: "Turn each value into text once, and use that text for the string and for the URL.",
  example: { url: FULL_PAGE, secret: SECRET, signed: "/a.jpg?full=True&width=200" },
  nearMiss: { url: FULL_PAGE, secret: SECRET, signed: "/a.jpg?full=true&width=201" },
  *urls(url) {
    for (const text of ["true", "True", "1"])
      yield* writtenSo(url, among(TRUE, text), `As “${text}”.`, LESS_USUAL);
    for (const text of ["false", "False", "0"])
      yield* writtenSo(url, among(FALSE, text), `As “${text}”.`, LESS_USUAL);
    for (const [write, detail, telling] of LEFT_IN_URL)
      yield* toldSo(writtenSo(url, write, detail, OFTEN), telling);
  },
  *alone(url, { rule }) {
    yield* wholesOf(writings(url), rule);
  },
};

const TRUE = [
  "true",
  "True",
  "TRUE",
  "1",
  "yes",
  "on",
  "Yes",
  "YES",
  "y",
  "t",
  "T",
  "Y",
  "ON",
  "On",
  "enabled",
  "-1",
];
const FALSE = ["false", "False", "FALSE", "0", "no", "off", "No", "NO", "n", "f", "OFF", "disabled", "F"];
/** What a missing value becomes, of which some stand for an object or a list as well. */
const NOTHING = [
  "",
  "null",
  "None",
  "undefined",
  "nil",
  "NULL",
  "Null",
  "NaN",
  "nan",
  "<nil>",
  "%3Cnil%3E",
  "nothing",
];
const OBJECTS = [
  "[object Object]",
  "%5Bobject%20Object%5D",
  "%5Bobject+Object%5D",
  "Array",
  "Object",
  "function",
];

/** Writes `text` for each other text of the same meaning. */
function among(texts: readonly string[], text: string): Writing {
  return (value) => (texts.includes(value) ? text : null);
}

function* writings(url: UrlText): Generator<Variant<UrlText>> {
  for (const texts of [TRUE, FALSE, [...NOTHING, ...FALSE]])
    for (const text of [...texts, ""])
      yield* writtenSo(url, among(texts, text), text === "" ? "As nothing." : `As “${text}”.`);
  for (const [yes, no, detail] of BOTH) {
    const write: Writing = (value) => (TRUE.includes(value) ? yes : FALSE.includes(value) ? no : null);
    yield* writtenSo(url, write, detail);
  }
  yield* asFlags(url);
  for (const text of NOTHING)
    yield* toldSo(
      writtenSo(url, () => text, text === "" ? "As nothing." : `As “${text}”.`),
      text === "" ? EMPTY : /^nan$/i.test(text) ? NOT_A_NUMBER : UNSET,
    );
  for (const text of OBJECTS)
    yield* toldSo(
      writtenSo(url, () => text, `As “${text}”.`),
      OBJECT,
    );
  for (const [write, detail] of PRINTED) yield* toldSo(writtenSo(url, write, detail), AS_PRINTED);
  for (const [write, detail, telling] of [...SHAPES, ...LEFT_IN_STRING])
    yield* toldSo(writtenSo(url, write, detail), telling);
}

function* toldSo(variants: Iterable<Variant<UrlText>>, telling: Telling): Generator<Variant<UrlText>> {
  for (const variant of variants) yield { ...variant, telling };
}

const ONE_TEXT = "Turn each value into text once, and use that text for the string and for the URL.";

const EMPTY: Telling = {
  title: "A value was signed empty.",
  why: "Either it was not set yet when the string was made, or it was put into the URL after signing. The digits fit both.",
  fix: ONE_TEXT,
  isDoubtful: true,
};

const UNSET: Telling = {
  title: "A value was signed as languages write one that is not set.",
  why: "It was not set when the string was made: “null” and “undefined” are JavaScript’s, “None” is Python’s, “nil” Ruby’s, Swift’s and Go’s. The URL was built or changed after that.",
  fix: ONE_TEXT,
};

const NOT_A_NUMBER: Telling = {
  title: "A value was signed as “NaN”, which is no number.",
  why: "JavaScript, Python and others write it for what cannot be computed, such as with a value that is not set, or the number of a text that has none. The URL was built or changed after that.",
  fix: ONE_TEXT,
};

const OBJECT: Telling = {
  title: "A value was signed as a language writes a list or an object that it does not put into text.",
  why: "JavaScript writes “[object Object]” for an object, PHP “Array” for a list. The URL was built by code that takes it apart.",
  fix: ONE_TEXT,
};

const BOTH_FIT = "The digits fit both.";

const UNSPACED: Telling = {
  title: "A space around a value was sent that was not signed.",
  why: `Either the code that signs trims its values and the URL is built of the whole ones, or the space came into the URL after signing. ${BOTH_FIT}`,
  fix: "Trim each value first, then sign and send the same text.",
  isDoubtful: true,
};

const SPACED: Telling = {
  title: "A space around a value was signed that was not sent.",
  why: `Either the value was trimmed after the string was made, as forms, CMSs and HTTP libraries do, or the string was put together with a space that is not in the URL. ${BOTH_FIT}`,
  fix: "Trim each value first, then sign and send the same text.",
  isDoubtful: true,
};

const QUOTED: Telling = {
  title: "A value was signed in quotation marks and sent without them.",
  why: `Either the string was made of the value as JSON, CSV or a line of a shell has it, in quotation marks, or they were taken from the URL after signing. ${BOTH_FIT}`,
  fix: "Use the value without its quotation marks for the string and for the URL.",
  isDoubtful: true,
};

const UNQUOTED: Telling = {
  title: "A value was sent in quotation marks and signed without them.",
  why: `Either the URL was made of the value as JSON, CSV or a line of a shell has it, in quotation marks, or they came into the URL after signing. ${BOTH_FIT}`,
  fix: "Use the value without its quotation marks for the string and for the URL.",
  isDoubtful: true,
};

/** Texts of true and of false, as one language writes both. */
const BOTH: readonly [yes: string, no: string, detail: string][] = [
  ["1", "", "True and false as PHP joins them to text."],
  ["1", "0", "As “1” and “0”."],
  ["True", "False", "As “True” and “False”."],
  ["true", "false", "As “true” and “false”."],
];

const SHAPES: readonly [write: Writing, detail: string, telling: Telling][] = [
  [
    (value) => value.replace(/^(?:\+|%20|\s)+|(?:\+|%20|\s)+$/g, ""),
    "Without the space at its end.",
    UNSPACED,
  ],
  ...["%20", "+", " "].flatMap((space): [Writing, string, Telling][] => [
    [(value) => value + space, "With a space at its end.", SPACED],
    [(value) => space + value, "With a space at its start.", SPACED],
  ]),
  ...['"', "%22", "'", "%27"].map((quote): [Writing, string, Telling] => [
    // What stands in the same ones has them twice then.
    (value) => (value.startsWith(quote) && value.endsWith(quote) ? null : quote + value + quote),
    "In quotes.",
    QUOTED,
  ]),
  [(value) => value.replace(/^(?:"|'|%22|%27)(.*)(?:"|'|%22|%27)$/i, "$1"), "Without quotes.", UNQUOTED],
];

/** “name=true” or “name=” that was signed as “name”, and the other way round. */
function* asFlags(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  for (const [at, { name, value }] of parameters.slice(0, 40).entries()) {
    if (name === "" || (value !== null && value !== "" && !TRUE.includes(value))) continue;
    for (const text of value === null ? ["=", "=true", "=1"] : [""]) {
      const query = joined(parameters.with(at, { name, value, text: name + text }));
      yield { value: { ...url, query }, detail: `As “${`${name}${text}`.slice(0, 60)}”.` };
    }
  }
}
