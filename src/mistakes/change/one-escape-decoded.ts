import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { encodeLike, spellingsOf } from "../text/encoders";
import { escapeChar, percentDecode } from "../text/escapes";
import { pathAndQuery, withPathAndQuery } from "../text/path-and-query";
import { mapValues } from "../text/respell";
import { withRests } from "../text/values/broken-values";
import { withOwnAmpersands } from "../text/values/own-ampersand";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL, VERY_RARE } from "../weights";

export const oneEscapeDecoded: Mistake = {
  id: "one-escape-decoded",
  group: "change",
  title: "Some characters were signed as escapes and sent as they are, or the other way round.",
  why: "Proxies, servers and editors decode some escapes and not others, and not everywhere alike.",
  fix: "Sign the URL’s text exactly as it is sent.",
  example: { url: `${HOST}/a,b/c,d.jpg?signature={}`, secret: SECRET, signed: "/a,b/c%2Cd.jpg" },
  nearMiss: { url: `${HOST}/a,b/c,d.jpg?signature={}`, secret: SECRET, signed: "/a,b/c%3Bd.jpg" },
  *alone(url, { rule, optionNames }) {
    yield* wholesOf(ownAmpersands(url), rule);
    yield* wholesOf(brokenValues(url, optionNames), rule);
    yield* wholesOf(uncut(url), rule);
    for (const whole of wholesOf(queryInPath(url), rule)) if (whole.value !== "") yield whole;
    yield* wholesOf(addressInPath(url), rule);
    yield* wholesOf(oneAtATime(url), rule);
    yield* wholesOf(twoAtATime(url), rule);
  },
};

/** Characters that escapes stand for or that a URL has raw; digits, letters and the lone “&” stay. */
const CHANGES = /%[2-7][0-9a-f]|[!$&'()*+,/:;=?@[\]~._-]/gi;
const MOST_PLACES = 120;
const MOST_FOR_TWO = 24;

const OWN_AMPERSAND: Telling = {
  title: "An “&” was signed as “%26”, and sent as it is.",
  why: "In a query “&” ends a value. Either it belongs to the value, which was signed rightly: then the URL was built by hand or by code that does not encode values, such as WordPress’s add_query_arg, or it was decoded on its way. Or it stands between two parameters, and too much was encoded in the string. The digits fit both.",
  fix: "Send “%26” for an “&” inside a value; for one between two parameters sign the text that is sent.",
  mayBeMeant: true,
};

/** The URL with the “&” of its values escaped, and with all of these values as an encoder writes them. */
function* ownAmpersands(url: UrlText): Generator<Variant<UrlText>> {
  const query = url.query && withOwnAmpersands(url.query);
  if (!query || query === url.query) return;
  const detail = "“%26” was signed where “&” was sent.";
  for (const signed of asEncoded(query))
    yield { value: { ...url, query: signed }, detail, telling: OWN_AMPERSAND, weight: USUAL };
}

/** A query, and with all its values as an encoder writes them. */
function asEncoded(query: string): Set<string> {
  const encoded = spellingsOf(query)
    .filter(({ keep }) => !keep.includes("&"))
    .map((spelling) => mapValues(query, (value) => encodeLike(spelling, percentDecode(value))));
  return new Set([query, ...encoded]);
}

/** The URL with a value that an “&” with a “=” behind it has ended: both signs were escaped, or the first alone. */
function* brokenValues(url: UrlText, known: readonly string[]): Generator<Variant<UrlText>> {
  for (const [query, rest, equals] of withRests(url.query ?? "")) {
    const telling = rest.some(({ name }) => known.includes(name)) ? undefined : OWN_AMPERSAND;
    const detail =
      equals === "="
        ? "“%26” was signed where “&” was sent."
        : "“%26” and “%3D” were signed where “&” and “=” were sent.";
    for (const signed of equals === "=" ? [query] : asEncoded(query))
      yield { value: { ...url, query: signed }, detail, telling, weight: USUAL };
  }
}

/** The URL before the “%23” in it became a “#”, which cuts off what follows. */
function uncut({ fragment, ...url }: UrlText): Variant<UrlText>[] {
  if (fragment === null) return [];
  const text = `${pathAndQuery(url)}%23${fragment}`;
  const detail = "“%23” was signed where “#” was sent, and what follows a “#” never arrives.";
  return [
    {
      value: withPathAndQuery({ ...url, fragment: null }, text),
      detail,
      fix: "Write the “#” as “%23”, as it was signed.",
      weight: SELDOM,
    },
  ];
}

/** Path and query encoded together as a path is. Where another “?” is left, what would be signed had no “%3F” in it. */
function queryInPath({ query, ...url }: UrlText): Variant<UrlText>[] {
  if (query === null || query.includes("?")) return [];
  const detail =
    "“%3F” was signed where “?” was sent, as where path and query are given together as a path: url.format in Node, url.URL{Path: …} in Go, appendingPathComponent in Swift.";
  const fix = "Give path and query to the builder of the URL each in its own place.";
  const text = `${url.path}%3F${query}`;
  return [text, text.replaceAll("%", "%25").replace("%253F", "%3F")].map((path) => ({
    value: { ...url, path, query: null },
    detail,
    fix,
    weight: SELDOM,
  }));
}

/** The whole address at the end of a path, which a client or a proxy decoded; most proxies then merge its slashes, too. */
function addressInPath({ path, ...url }: UrlText): Variant<UrlText>[] {
  const [, scheme = "", slashes = "", rest = ""] = /(https?:)(\/\/?)([^/].*)$/i.exec(path) ?? [];
  if (rest === "") return [];
  const address = encodeURIComponent(`${scheme}//${rest}`);
  const merged = slashes === "/" ? " Its “//” has become “/” as well." : "";
  return [
    {
      value: { ...url, path: path.slice(0, -(scheme + slashes + rest).length) + address },
      detail: `The address in the path was signed as “${address.slice(0, 14)}…”.${merged}`,
      weight: SELDOM,
    },
  ];
}

interface Change {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

function changesOf(text: string): Change[] {
  const path = text.indexOf("/");
  return Array.from(text.matchAll(CHANGES)).flatMap(({ index, 0: before }) => {
    if (index === path) return [];
    if (before.length === 3) {
      const char = String.fromCharCode(Number.parseInt(before.slice(1), 16));
      return /[\w\x7f]/.test(char) && char !== "_" ? [] : [{ at: index, before, after: char }];
    }
    const escaped = escapeChar(before);
    return [
      { at: index, before, after: escaped },
      ...(escaped === escaped.toLowerCase() ? [] : [{ at: index, before, after: escaped.toLowerCase() }]),
    ];
  });
}

function* oneAtATime(url: UrlText): Generator<Variant<UrlText>> {
  const text = pathAndQuery(url);
  for (const { at, before, after } of changesOf(text).slice(0, MOST_PLACES))
    yield {
      value: withPathAndQuery(url, text.slice(0, at) + after + text.slice(at + before.length)),
      detail: `“${after}” was signed where “${before}” was sent.`,
      weight: SELDOM,
    };
}

function* twoAtATime(url: UrlText): Generator<Variant<UrlText>> {
  const text = pathAndQuery(url);
  const changes = changesOf(text)
    .filter(({ before }) => before.length === 3)
    .slice(0, MOST_FOR_TWO);
  for (const [index, first] of changes.entries())
    for (const second of changes.slice(index + 1)) {
      const changed =
        text.slice(0, first.at) +
        first.after +
        text.slice(first.at + first.before.length, second.at) +
        second.after +
        text.slice(second.at + second.before.length);
      yield {
        value: withPathAndQuery(url, changed),
        detail: `“${first.after}” and “${second.after}” were signed where “${first.before}” and “${second.before}” were sent.`,
        weight: VERY_RARE,
      };
    }
}
