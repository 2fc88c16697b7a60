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
  *urls(url) {
    yield* cutUrls(url, FIRST, USUAL);
    yield* cutUrls(url, PADDING, USUAL);
  },
  *alone(url, { rule }) {
    for (const { value, ...words } of [...cutUrls(url, /=|%3D/i, LESS_USUAL), ...lastPieces(url, SELDOM)]) {
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

/** The value’s first “=”; with digits behind it another mistake may have made it of an escape. */
const FIRST = /(?<!=.*)=(?![\dA-F]{2})/s;
/** The end of base64 where it is escaped. */
const PADDING = /(?:%3D){1,2}$/i;
const MOST_CUT = 16;
const LONGEST = 40;

/** The URL with the values cut that hold such a sign: all of them, and each by itself. */
function* cutUrls(url: UrlText, sign: RegExp, weight: number): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const places = parameters
    .flatMap(({ value }, at) => (sign.test(value ?? "") ? [at] : []))
    .slice(0, MOST_CUT);
  const single = places.length > 1 ? places.map((at) => [at]) : [];
  for (const chosen of places.length > 0 ? [places, ...single] : []) {
    const cut = chosen.flatMap((at) => parameters[at] ?? []);
    const rests = cut.map(({ value }) => cutAt(value ?? "", sign)[1]);
    const query = joined(parameters.map((one, at) => (chosen.includes(at) ? first(one, sign) : one)));
    const behind = cut.length === 1 ? ` behind “${cut[0]?.name.slice(0, LONGEST)}”` : "";
    const detail = `Not signed: ${rests.map((rest) => `“${rest.slice(0, LONGEST)}”`).join(", ")}${behind}.`;
    yield { value: { ...url, query }, detail, weight, telling: tellingOf(rests) };
  }
}

/** The URL with the last piece of each value alone. */
function* lastPieces(url: UrlText, weight: number): Generator<Variant<UrlText>> {
  const last = (value: string) => value.slice(value.lastIndexOf("=") + 1);
  const query = mapValues(url.query ?? "", last);
  if (query !== url.query) yield { value: { ...url, query }, weight, telling: ONLY_THE_LAST };
}

function cutAt(value: string, sign: RegExp): [kept: string, rest: string] {
  const at = value.search(sign);
  return [value.slice(0, at), value.slice(at)];
}

function first(one: Parameter, sign: RegExp): Parameter {
  const [value] = cutAt(one.value ?? "", sign);
  return { ...one, value, text: `${one.name}=${value}` };
}
/** Signs at the end of base64 are left out by themselves, too. */
function tellingOf(rests: readonly string[]): Telling {
  const isPadding = rests.every((rest) => /^(?:=|%3D){1,2}$/i.test(rest));
  const splits =
    "code splits each parameter at “=” and takes the second piece, as JavaScript’s split('=')[1] and split('=', 2), explode in PHP and Split in C# or Java do";
  const other = isPadding
    ? "the “=” at the end of base64 was left out, as base64url and rtrim do"
    : "the rest of the value was added after signing";
  return {
    ...(isPadding ? { title: "The “=” at the end of a value was not signed." } : {}),
    why: `Either ${splits}; or ${other}. The digits fit both.`,
    fix: isPadding
      ? "Sign the value as it is sent: with its “=”, or without it in both."
      : "Split each parameter at its first “=” only, or better sign the query’s text without taking it apart.",
    isDoubtful: true,
    mayBeEnough: true,
  };
}

const ONLY_THE_LAST: Telling = {
  title: "Of a value only what follows its last “=” was signed.",
  why: "Code that splits a parameter at “=” and takes the last piece, such as split('=').pop(), loses what stands between the first “=” and the last.",
  isUnwanted: true,
};
