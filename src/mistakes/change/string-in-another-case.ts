import type { UrlText } from "../../signing/types";
import { cutQuery, joinUrl } from "../../signing/url-text";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { mapValues, withParameter } from "../text/respell";
import { otherSlugs } from "../text/values/slugs";
import { USUAL } from "../weights";

export const stringInAnotherCase: Mistake = {
  id: "string-in-another-case",
  group: "change",
  title: "Letters were signed in another case than they were sent in.",
  why: "Either the code that signs writes what it signs in another case, as code does that makes URLs alike, or the case was changed after signing: some servers and CDNs lower-case paths or names. The digits fit both.",
  fix: "Sign the URL’s text exactly as it is sent.",
  example: {
    url: `${HOST}/Photos/Cat.JPG?Width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/Photos/Cat.JPG?Width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpeg?width=200",
  },
  *alone(url, facts) {
    const { rule } = facts;
    // Where the path is not signed, what was done to it is not said.
    const isPathSigned = rule(url) !== rule({ ...url, path: `${url.path}a` });
    for (const variant of recased(url, isPathSigned))
      yield { ...variant, value: rule(variant.value), telling: tellingOf(variant, url, facts) };
    const string = rule(url);
    yield { value: string.toLowerCase(), detail: "Signed lower-case: all of it.", telling: LOWER };
    yield { value: string.toUpperCase(), detail: "Signed upper-case: all of it.", telling: UPPER };
    if (isPathSigned)
      for (const variant of otherSlugs(url.path))
        yield { ...variant, value: rule({ ...url, path: variant.value }) };
  },
};

const LOWER: Telling = {
  why: "Either the code that signs lower-cases what it signs, as code does that makes URLs alike, or capitals came into the URL after signing. The digits fit both.",
};

const UPPER: Telling = {
  why: "Either the code that signs writes them with capitals, or the capitals were lost after signing: some servers and CDNs lower-case paths or names. The digits fit both.",
};

const CAPITALS: Telling = {
  why: "Most likely the URL was put into capitals after signing, as for a QR code that has capitals only, or by a form. Or the code that signs lower-cases what it signs. The digits fit both.",
  fix: "Send the URL in the case in which it was made; or, where capitals are meant, sign them.",
};

const STYLE: Telling = {
  title: "Names or values were signed in another style than they were sent in.",
  why: "Languages and libraries write names of several words each in its own style: “fullPage”, “full_page”, “full-page”. Either the string was made of one and the URL of another, or something rewrote the URL after signing. The digits fit both.",
  fix: "Give every name and value its final form first, then sign that text and send it.",
};

const separator = (signed: string, sent: string): Telling => ({
  title: `“${signed}” was signed where “${sent}” was sent.`,
  why: "Options, locales such as “de-DE” and “de_DE”, and file names are written with either, and libraries and servers put one for the other. Either the string was made before that and the URL after it, or the URL was changed after signing. The digits fit both.",
  fix: STYLE.fix ?? "",
});

/** What was sent is likely not what is meant where it is all capitals, or has a name that is no option and was one when it was signed. */
function tellingOf({ value, telling }: Variant<UrlText>, url: UrlText, { optionNames }: Facts): Telling {
  const known = (query: string | null) =>
    cutQuery(query ?? "").filter(({ name }) => optionNames.includes(name)).length;
  const [signed, sent] = [known(value.query), known(url.query)];
  if (signed < sent) return { ...telling, isUnwanted: true };
  const text = joinUrl({ ...url, origin: "", fragment: null }).replace(ESCAPE, "");
  const isCapitals = telling === LOWER && !/[a-z]/.test(text) && /[A-Z]{2}/.test(url.query ?? "");
  const more = signed > sent || isCapitals ? { mayBeMeant: true as const } : {};
  return { ...(isCapitals ? CAPITALS : telling), ...more };
}

const ESCAPE = /(%[0-9a-f]{2})/gi;

const CASES: readonly (readonly [to: (text: string) => string, words: string, telling: Telling])[] = [
  [(text) => text.toLowerCase(), "lower-case", LOWER],
  [(text) => text.toUpperCase(), "upper-case", UPPER],
  [(text) => text.charAt(0).toUpperCase() + text.slice(1), "with an upper-case first letter", UPPER],
  [
    (text) => text.replace(/(?<=^|[/_ -])[a-z]/g, (char) => char.toUpperCase()),
    "with an upper-case first letter in each word",
    UPPER,
  ],
  [(text) => text.charAt(0).toLowerCase() + text.slice(1), "with a lower-case first letter", LOWER],
  [
    (text) => text.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`),
    "with underscores, as in “full_page”",
    STYLE,
  ],
  [
    (text) => text.replace(/[_-]([a-z])/g, (_, char: string) => char.toUpperCase()),
    "as in “fullPage”",
    STYLE,
  ],
  [(text) => text.replaceAll("-", "_"), "with underscores for hyphens", separator("_", "-")],
  [(text) => text.replaceAll("_", "-"), "with hyphens for underscores", separator("-", "_")],
];

function* recased(url: UrlText, isPathSigned: boolean): Generator<Variant<UrlText>> {
  for (const [to, words, telling] of CASES) {
    const outside = (text: string) =>
      text
        .split(ESCAPE)
        .map((part, at) => (at % 2 === 0 ? to(part) : part))
        .join("");
    // What differs in one place only is told of that place.
    const distinct = new Map<string, Variant<UrlText>>();
    const parts = isPathSigned
      ? [...inPathToo(url, outside), ...inQuery(url, outside), ...inPath(url, outside)]
      : inQuery(url, outside);
    for (const [what, value] of parts)
      distinct.set(joinUrl(value), { value, detail: `Signed ${words}: ${what}.`, weight: USUAL, telling });
    yield* distinct.values();
  }
}

type Part = readonly [what: string, url: UrlText];
type Respell = (text: string) => string;

const same: Respell = (text) => text;

const respelled = (query: string | null, value: Respell, name: Respell) =>
  query === null ? null : mapValues(query, value, name);

function inPathToo(url: UrlText, to: Respell): Part[] {
  const path = to(url.path);
  return [
    ["the path and the query, but for their escapes", { ...url, path, query: respelled(url.query, to, to) }],
    ["the path and the names of parameters", { ...url, path, query: respelled(url.query, same, to) }],
  ];
}

function inPath(url: UrlText, to: Respell): Part[] {
  return [
    ["the path", { ...url, path: to(url.path) }],
    ["the path’s last part", { ...url, path: inLast(url.path, to) }],
    [
      "the file’s name, but for its extension",
      { ...url, path: inLast(url.path, (name) => inStem(name, to)) },
    ],
    ["the file’s extension", { ...url, path: url.path.replace(/\.[A-Za-z0-9]{2,5}$/, to) }],
  ];
}

function inQuery(url: UrlText, to: Respell): Part[] {
  return [
    ["the query", { ...url, query: respelled(url.query, to, to) }],
    ["the values", { ...url, query: respelled(url.query, to, same) }],
    ["the names of parameters", { ...url, query: respelled(url.query, same, to) }],
    ...oneByOne(url, to),
  ];
}

const inStem = (name: string, to: Respell) => name.replace(/^.+(?=\.[A-Za-z0-9]{2,5}$)/, to);

function inLast(path: string, to: (text: string) => string): string {
  const at = path.lastIndexOf("/") + 1;
  return path.slice(0, at) + to(path.slice(at));
}

/** One parameter at a time, its name or its value. */
function oneByOne(url: UrlText, to: Respell): Part[] {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > 16) return [];
  return parameters.flatMap((parameter, at) => {
    const { name, value } = parameter;
    if (value === null) return [];
    const put = (text: string) => withParameter(url, parameters, at, text);
    const named = `of “${name.slice(0, 40)}”`;
    return [
      [`the value ${named}`, put(`${name}=${to(value)}`)],
      [`the name ${named}`, put(`${to(name)}=${value}`)],
    ];
  });
}
