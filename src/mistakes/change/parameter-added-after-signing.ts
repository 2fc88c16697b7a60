import type { UrlText } from "../../signing/types";
import { looksUnset } from "../../signing/unset-values";
import { cutQuery, type Parameter } from "../../signing/url-text";
import { listedQuoted } from "../../signing/wording/listed";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { isOftenAdded, isTracker, mayTrack } from "../text/added-names";
import { joined } from "../text/respell";
import { restTelling } from "../text/values/broken-values";
import { LESS_USUAL, RARE, SELDOM, SHOWN, USUAL } from "../weights";

export const parameterAddedAfterSigning: Mistake = {
  id: "parameter-added-after-signing",
  group: "change",
  parametersWere: "added",
  appends: true,
  title: "A parameter was added after the URL was signed.",
  why: "Code, a cache buster, a CDN or whoever edits the URL adds one; newsletters, analytics and ad platforms add utm_*, fbclid or gclid to every link.",
  fix: "Add every parameter before signing, and where a service tracks links, turn that off for these URLs.",
  example: {
    url: `${HOST}/a.jpg?width=200&signature={}&utm_source=mail`,
    secret: SECRET,
    signed: "/a.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=101",
  },
  urls: additions,
};

/** So many of the last parameters are taken away alone. */
const MOST_SINGLE = 120;

/** So many are taken away together at most, at the end and at the beginning. */
const MOST_AT_END = 40;
const MOST_AT_BEGINNING = 20;

/** Parameters beyond this many are not taken away two at a time. */
const MOST_PAIRED = 30;

/** Every choice of up to this many parameters is tried. */
const MOST_CHOSEN = 6;

/** What leaves a query, or takes away none but trackers and what stands behind the signature: else the path alone was signed. */
function* additions(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  yield* inPath(url);
  const parameters = cutQuery(url.query ?? "");
  const mayBeAll =
    parameters.every(isLikely) || afterSignature(facts, parameters).length === parameters.length;
  for (const variant of choices(url, facts)) if (mayBeAll || variant.value.query !== null) yield variant;
}

/** The URL before parameters were added: likely ones first, then any one, any two, any tail, and any choice of a few. */
function* choices(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  if (url.query === null) return;
  const parameters = cutQuery(url.query);
  for (const added of [parameters.filter(isLikely), parameters.filter(({ name }) => mayTrack(name))])
    if (added.length > 0) yield without(url, facts, parameters, added, SHOWN);
  yield* behindQuestionMark(url);
  const after = afterSignature(facts, parameters);
  if (after.length > 0) yield without(url, facts, parameters, after, SHOWN);
  for (const [added, weight] of anyOf(parameters)) yield without(url, facts, parameters, added, weight);
}

/** Any one of these parameters, those at the end, those at the beginning, any two, and any choice of a few. */
function* anyOf(parameters: readonly Parameter[]): Generator<[added: readonly Parameter[], weight: number]> {
  for (const parameter of parameters.slice(-MOST_SINGLE))
    yield [[parameter], isLikely(parameter) ? SHOWN : USUAL];
  for (let tail = 2; tail <= Math.min(parameters.length, MOST_AT_END); tail++)
    yield [parameters.slice(-tail), LESS_USUAL];
  for (let head = 2; head <= Math.min(parameters.length - 1, MOST_AT_BEGINNING); head++)
    yield [parameters.slice(0, head), SELDOM];
  if (parameters.length <= MOST_PAIRED)
    for (const [at, first] of parameters.entries())
      for (const second of parameters.slice(at + 1)) yield [[first, second], LESS_USUAL];
  if (parameters.length <= MOST_CHOSEN)
    for (let choice = 1; choice < 1 << parameters.length; choice++)
      yield [parameters.filter((_, at) => choice & (1 << at)), RARE];
}

/** A parameter of the path, which stands behind a “;” at its end (RFC 3986, 3.3). */
function* inPath(url: UrlText): Generator<Variant<UrlText>> {
  const [added, name = ""] = /;([\w.-]+)=[^;/]*$/.exec(url.path) ?? [];
  if (!added) return;
  const detail = `Added: “;${name.slice(0, 40)}=”, to the path.`;
  const weight = /session/i.test(name) ? SHOWN : USUAL;
  const telling = addedBy([{ name, value: null, text: added }]);
  const why = `${telling?.why ?? parameterAddedAfterSigning.why} Or the code that signs takes it off the path, as Python’s urlparse() does: the digits fit both.`;
  const orCut = /session/i.test(name) ? telling : { ...telling, why };
  yield { value: { ...url, path: url.path.slice(0, -added.length) }, detail, weight, telling: orCut };
}

/** Code that appends with “?” to a URL that has one already: what it added became a part of the last value. */
function* behindQuestionMark({ query, ...url }: UrlText): Generator<Variant<UrlText>> {
  const at = query?.lastIndexOf("?") ?? -1;
  if (query === null || at < 1) return;
  const value = { ...url, query: query.slice(0, at) };
  const text = `“${query.slice(at, at + 40)}”`;
  const parameters = cutQuery(query.slice(at + 1));
  yield parameters.every(isLikely)
    ? {
        value,
        detail: `Added: ${text}, behind a second “?”.`,
        weight: LESS_USUAL,
        telling: addedBy(parameters),
      }
    : { value, detail: `Not signed: ${text}.`, weight: LESS_USUAL, telling: APPENDED_OR_CUT };
}

/** True of whatever was added, too, so that it may stand over many URLs. */
const NOT_SIGNED = "A part of the query was not signed.";

const APPENDED_OR_CUT: Telling = {
  title: NOT_SIGNED,
  why: "Either code appended it with “?” after signing, though the URL had a query already, or code such as split('?')[1] cut it off when it signed: the digits fit both.",
  fix: "Begin the query with the only “?”, join what follows with “&”, and sign all of it.",
  isDoubtful: true,
};

const isLikely = ({ name }: Parameter) => isOftenAdded(name);

/** Whatever stands behind the signature was most likely added behind it. */
function afterSignature(
  { request, signatureNames: [own] }: Facts,
  parameters: readonly Parameter[],
): Parameter[] {
  const typed = cutQuery(request.typed.query ?? "");
  const at = typed.findLastIndex(({ name }) => name === own);
  const count = typed.length - 1 - at;
  return at < 0 || count > parameters.length || count === 0 ? [] : parameters.slice(-count);
}

function without(
  url: UrlText,
  facts: Facts,
  parameters: readonly Parameter[],
  added: readonly Parameter[],
  weight: number,
): Variant<UrlText> {
  const left = parameters.filter((parameter) => !added.includes(parameter));
  const value = { ...url, query: left.length === 0 ? null : joined(left) };
  const kept = new Set(left.map(({ name }) => name));
  const names = added
    .slice(0, 6)
    .map(({ name }) => `${kept.has(name) ? "one more " : ""}“${name.slice(0, 40)}”`);
  const list = `${names.join(", ")}${added.length > 6 ? ` and ${added.length - 6} more` : ""}.`;
  if (added.every(looksUnset)) {
    const texts = listedQuoted(added.slice(0, 6).map(({ text }) => text.slice(0, 60)));
    return { value, detail: `Not signed: ${texts}.`, weight, telling: UNSET_LEFT_OUT };
  }
  if (added.every(({ text }) => text === "")) return { value, weight, telling: BARE_SEPARATOR };
  if (added.some(looksUnset))
    return { value, detail: `Not signed: ${list}`, weight, telling: UNSET_AND_MORE };
  const isBehind = afterSignature(facts, added).length > 0;
  const orRest = isBehind ? null : restTelling(parameters, added, facts.optionNames);
  if (orRest) return { value, detail: `Not signed: ${list}`, weight, telling: orRest };
  return mayBeLeftOut(facts, parameters, added)
    ? { value, detail: `Not signed: ${list}`, weight, telling: ADDED_OR_LEFT_OUT }
    : { value, detail: `Added: ${list}`, weight, telling: orNotSigned(addedBy(added), value, facts, added) };
}

/** Code that signs no query at all comes to the same string where that was all of it, and code that leaves these out where they stand before the signature. */
function orNotSigned(
  telling: Telling | undefined,
  { query }: UrlText,
  facts: Facts,
  added: readonly Parameter[],
): Telling | undefined {
  const { request, signatureNames } = facts;
  if (afterSignature(facts, added).length > 0) return telling;
  const isBefore = cutQuery(request.typed.query ?? "").at(-1)?.name === signatureNames[0];
  if (query !== null && !isBefore) return telling;
  const why = telling?.why ?? parameterAddedAfterSigning.why;
  const other =
    query === null
      ? "the code signs the path alone, without any query"
      : `the code leaves ${added.length === 1 ? "it" : "them"} out when it signs, since ${added.length === 1 ? "it stands" : "they stand"} before the signature`;
  return { ...telling, why: `${why} Or ${other}: the digits fit both.` };
}

/** Who adds parameters of these names: of trackers is spoken only where one has a tracker’s name. */
function addedBy(added: readonly Parameter[]): Telling | undefined {
  if (added.every(({ name }) => isTracker(name))) return BY_TRACKER;
  return added.some(({ name }) => mayTrack(name)) ? undefined : BY_OTHERS;
}

const BY_TRACKER: Telling = {
  why: "Newsletters, analytics and ad platforms add such parameters to every link.",
};

const BY_OTHERS: Telling = {
  why: "Mostly code that had the finished URL added it, such as a cache buster or a server’s session; else a CDN, a proxy, or whoever edited the URL.",
  fix: "Add every parameter before signing.",
};

/** Options of the vendor's that do not all stand behind the signature: code that signs a list of its own may not know them. */
function mayBeLeftOut(facts: Facts, parameters: readonly Parameter[], added: readonly Parameter[]): boolean {
  const { optionNames } = facts;
  if (!added.every(({ name }) => optionNames.includes(name))) return false;
  const after = afterSignature(facts, parameters);
  return !added.every((parameter) => after.includes(parameter));
}

const BARE_SEPARATOR: Telling = {
  title: "An “&” with no parameter beside it was not signed.",
  why: "A template or a loop writes “&” behind each parameter, also behind the last, and the code that signs does not.",
  fix: "Join parameters with “&” between them only, and sign what is sent.",
};

const ADDED_OR_LEFT_OUT: Telling = {
  title: NOT_SIGNED,
  why: "Either the code signs a fixed list of parameters and leaves out those that it does not know, or they were added to the URL after it was signed: the digits fit both.",
  fix: "Build the query with every parameter first, sign all of it, and send that.",
  isDoubtful: true,
  mayBeEnough: true,
};

const UNSET_AND_MORE: Telling = {
  title: NOT_SIGNED,
  why: "Code may leave out what is not set when it signs, and not when it builds the URL; the rest was added after signing, or left out as well. Or all of it was added after signing. The digits fit all of these.",
  fix: "Build the query once, with every parameter and without what is not set, sign all of it, and send that.",
  isDoubtful: true,
  mayBeEnough: true,
};

const UNSET_LEFT_OUT: Telling = {
  title: NOT_SIGNED,
  why: "Either the code leaves out what is not set when it signs, but not when it builds the URL, or it was added to the URL after signing.",
  fix: "Build the query once, without what is not set, sign all of it, and send that.",
  isDoubtful: true,
  mayBeEnough: true,
};
