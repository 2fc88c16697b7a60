import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { formDecode } from "../text/parameters";
import { joined, mapValues } from "../text/respell";
import { LESS_USUAL, SELDOM, USUAL } from "../weights";

const RAW = `${HOST}/?src=https://a.example/b.png?p=1&width=200&signature={}`;

export const valueCutAtEqualsSign: Mistake = {
  id: "value-cut-at-equals-sign",
  group: "encoding",
  title: "Of a value nothing from its “=” on was signed.",
  why: "Code that splits a parameter at “=” and takes the second piece, such as split('=')[1], loses what follows another “=”.",
  fix: "Split each parameter at its first “=” only, or better sign the query’s text without taking it apart.",
  example: { url: RAW, secret: SECRET, signed: "/?src=https://a.example/b.png?p&width=200" },
  nearMiss: { url: RAW, secret: SECRET, signed: "/?src=https://a.example/b.png?q&width=200" },
  urls: (url) => cutUrls(url, firstSign, USUAL),
  *alone(url, { rule }) {
    for (const { value, ...words } of [...cutUrls(url, anySign, LESS_USUAL), ...lastPieces(url, SELDOM)]) {
      yield { ...words, value: rule(value) };
      const query = formDecode(value.query ?? "");
      if (query !== value.query)
        yield {
          ...words,
          value: rule({ ...value, query }),
          detail: [words.detail, "The rest was signed decoded."].filter(Boolean).join(" "),
        };
    }
  },
};

/** Where a value is cut, in UTF-16 units; below zero where it is not. */
type Find = (value: string) => number;

const anySign: Find = (value) => value.search(/=|%3D/i);

/** The first “=”; with digits behind it another mistake may have made it of an escape. */
function firstSign(value: string): number {
  const at = value.indexOf("=");
  return /^=[\dA-F]{2}/.test(value.slice(at, at + 3)) ? -1 : at;
}

const MOST_CUT = 16;
const LONGEST = 40;

/** The URL with the values cut that hold such a sign: all of them, and each by itself. */
function* cutUrls(url: UrlText, find: Find, weight: number): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const places = parameters
    .flatMap(({ value }, at) => (find(value ?? "") >= 0 ? [at] : []))
    .slice(0, MOST_CUT);
  const single = places.length > 1 ? places.map((at) => [at]) : [];
  for (const chosen of places.length > 0 ? [places, ...single] : []) {
    const cut = chosen.flatMap((at) => parameters[at] ?? []);
    const rests = cut.map(({ value }) => cutAt(value ?? "", find)[1]);
    const query = joined(parameters.map((one, at) => (chosen.includes(at) ? first(one, find) : one)));
    const behind = cut.length === 1 ? ` behind “${cut[0]?.name.slice(0, LONGEST)}”` : "";
    const detail = `Not signed: ${rests.map((rest) => `“${rest.slice(0, LONGEST)}”`).join(", ")}${behind}.`;
    yield { value: { ...url, query }, detail, weight, telling: CUT };
  }
}

/** The URL with the last piece of each value alone. */
function* lastPieces(url: UrlText, weight: number): Generator<Variant<UrlText>> {
  const last = (value: string) => value.slice(value.lastIndexOf("=") + 1);
  const query = mapValues(url.query ?? "", last);
  if (query !== url.query) yield { value: { ...url, query }, weight, telling: ONLY_THE_LAST };
}

function cutAt(value: string, find: Find): [kept: string, rest: string] {
  const at = find(value);
  return [value.slice(0, at), value.slice(at)];
}

function first(one: Parameter, find: Find): Parameter {
  const [value] = cutAt(one.value ?? "", find);
  return { ...one, value, text: `${one.name}=${value}` };
}
const CUT: Telling = {
  why: "Either code splits each parameter at “=” and takes the second piece, as JavaScript’s split('=')[1] and split('=', 2), explode in PHP and Split in C# or Java do; or the rest of the value was added after signing. The digits fit both.",
  isDoubtful: true,
  mayBeEnough: true,
};

const ONLY_THE_LAST: Telling = {
  title: "Of a value only what follows its last “=” was signed.",
  why: "Code that splits a parameter at “=” and takes the last piece, such as split('=').pop(), loses what stands between the first “=” and the last.",
  isUnwanted: true,
};
