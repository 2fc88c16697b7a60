import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { encodeLike, SPELLINGS } from "../text/encoders";
import { mailTags } from "../text/values/mail-tags";
import { type Writing, writtenSo } from "../text/values/respelled-values";
import { wholesOf } from "../text/whole";

export const signedWithPlaceholder: Mistake = {
  id: "signed-with-placeholder",
  group: "encoding",
  title: "A placeholder was signed where the URL now has a value.",
  why: "The URL was signed as a template, and a script, a template engine or a library for responsive images filled it in later; or a variable was never filled in.",
  fix: "Fill in every value first, and sign each URL that comes of it.",
  example: { url: `${HOST}/a.jpg?width=720&signature={}`, secret: SECRET, signed: "/a.jpg?width={width}" },
  nearMiss: { url: `${HOST}/a.jpg?width=720&signature={}`, secret: SECRET, signed: "/a.jpg?width=72.0" },
  *alone(url, { rule }) {
    for (const variants of [placeholders(url), addressesNamed(url), inObjects(url)])
      for (const { value, detail } of variants) yield { value: rule(value), detail };
  },
  manyAlone: (url, { rule }) => wholesOf(mailTags(url), rule),
};

/** Around a name, as templates, shells, languages and routers write it. */
const FORMS: readonly (readonly [before: string, after: string])[] = [
  ["{", "}"],
  ["{{", "}}"],
  ["{{ ", " }}"],
  ["${", "}"],
  ["$", ""],
  [":", ""],
  ["%", "%"],
  ["<", ">"],
  ["[", "]"],
  ["__", "__"],
  ["#{", "}"],
  ["{{{", "}}}"],
  ["[[", "]]"],
  ["(", ")"],
  ["$(", ")"],
  ["%(", ")s"],
  ["%(", ")d"],
  ["%{", "}"],
  ["@", ""],
  ["@{", "}"],
  ["<%= ", " %>"],
  ["<%=", "%>"],
  ["<?= $", " ?>"],
  ["{$", "}"],
  ["{:", "}"],
  ["##", "##"],
  ["#", "#"],
  ["_", "_"],
  ["*|", "|*"],
  ["%%", "%%"],
  ["", ""],
  ["{{.", "}}"],
  ["{{ .", " }}"],
  ["\\(", ")"],
  ["$w{", "}"],
];

/** Placeholders without a name. */
const NAMELESS = "%s %d %i %f %v {} {0} {1} {2} {{}} ? $1 $2 %1$s %1$d %2$s %@ %ld %u * XXX xxx TODO".split(
  " ",
);

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  w: ["width"],
  width: ["w", "size"],
  h: ["height"],
  height: ["h"],
  q: ["quality"],
  quality: ["q"],
  dpr: ["pixelRatio", "density"],
  src: ["url", "image", "path", "id"],
  url: ["src", "target", "page", "link"],
};

function* placeholders(url: UrlText): Generator<Variant<UrlText>> {
  for (const encode of ESCAPES) {
    for (const [before, after] of FORMS)
      for (const rename of NAMES) {
        const detail = `It was like “${before}name${after}”.`;
        const write = (_: string, name: string) => encode(before + rename(name) + after);
        yield* writtenSo(url, write, detail);
        yield* writtenSo(url, ofNumbers(write), detail);
      }
    for (const text of NAMELESS) {
      yield* writtenSo(url, () => encode(text), `It was “${text}”.`);
      yield* writtenSo(
        url,
        ofNumbers(() => encode(text)),
        `It was “${text}”.`,
      );
    }
    for (const [before, first, after] of NUMBERED) {
      const detail = `It was like “${before}${first}${after}”.`;
      for (const wrap of [(write: Writing) => write, ofNumbers]) {
        let at = first;
        yield* writtenSo(
          url,
          wrap(() => encode(`${before}${at++}${after}`)),
          detail,
        );
      }
    }
  }
}

/** Variables that hold the address, which are seldom named as its parameter; the others may be. */
function* addressesNamed(url: UrlText): Generator<Variant<UrlText>> {
  for (const [before, after] of COMMON_FORMS)
    for (const variable of ADDRESSES) {
      const detail = `It was like “${before}name${after}”.`;
      const write = (name: string) => before + (ADDRESS.test(name) ? variable : name) + after;
      yield* writtenSo(url, (_, name) => (ADDRESS.test(name) ? write(name) : null), detail);
      const [all] = writtenSo(url, (_, name) => write(name), detail);
      if (all) yield all;
    }
}

/** Variables that are fields of an object, and calls that encode them. */
function* inObjects(url: UrlText): Generator<Variant<UrlText>> {
  for (const [before, after] of [...COMMON_FORMS, ["{{ ", " }}"], ["#{", "}"]] as const)
    for (const wrap of WRAPS)
      for (const ofSome of [(write: Writing) => write, ofNumbers]) {
        const write = ofSome((_, name) => before + wrap(name) + after);
        yield* writtenSo(url, write, `It was like “${before}${wrap("name")}${after}”.`);
      }
}

const WRAPS: readonly ((name: string) => string)[] = [
  ..."params options opts this props args config item image img req.query query $"
    .split(" ")
    .map((object) => (name: string) => `${object}.${name}`),
  (name) => `encodeURIComponent(${name})`,
  (name) => `quote(${name})`,
];

const ADDRESS = /^(?:url|src)$/;
const ADDRESSES = ["target_url", "page_url", "image_url", "targetUrl", "pageUrl", "imageUrl"];
const COMMON_FORMS = [
  ["{{", "}}"],
  ["{", "}"],
  ["${", "}"],
] as const;

/** Only where a number stands. */
const ofNumbers =
  (write: Writing): Writing =>
  (value, name) =>
    /^\d+(?:\.\d+)?$/.test(value) ? write(value, name) : null;

/** Placeholders that count: what stands before the number, the first number, and what stands after it. */
const NUMBERED: readonly (readonly [before: string, first: number, after: string])[] = [
  ["{", 0, "}"],
  ["{", 1, "}"],
  ["%", 1, "$s"],
  ["%", 1, "$d"],
  ["$", 1, ""],
  ["?", 1, ""],
  [":", 1, ""],
];

const NAMES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => OTHER_NAMES[name]?.[0] ?? `image_${name}`,
  (name) => OTHER_NAMES[name]?.[1] ?? `img_${name}`,
  (name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
];

const [javascript] = SPELLINGS;
const form = SPELLINGS.find(({ space }) => space === "+");

/** As it stands, with braces and the like percent-encoded, and as a form writes it. */
const ESCAPES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => (javascript ? encodeLike(javascript, text) : text),
  (text) => encodeURI(text),
  (text) => (form ? encodeLike(form, text) : text),
];
