import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { SECRET } from "../sample";
import { otherQueries } from "../text/addresses/address-queries";
import {
  isOfScheme,
  NO_FRAGMENT,
  NO_HOST,
  NO_QUERY,
  OTHER_HOST,
  otherAddresses,
} from "../text/addresses/addresses";
import { encodeLike, SPELLINGS } from "../text/encoders";
import { percentDecode } from "../text/escapes";
import { withParameter } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LESS_LIKELY, USUAL } from "../weights";

const LINK = "https://api.urlbox.com/v1/myApiKey/{}/png";

export const targetNormalised: Mistake = {
  id: "target-normalised",
  group: "change",
  title: "The address inside the URL was signed in another form than it was sent in.",
  why: "URL parsers and routers write an address anew: the host in lower case or as “xn--…”, without its default port, with a slash at its end or another scheme. HTTP clients take a user and a password out of it.",
  fix: "Put the address into the query as text, and sign that same text.",
  example: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2FA.Example%3A443%2Fx&width=9`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example%2Fx&width=9",
  },
  nearMiss: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2FA.Example%3A443%2Fx&width=9`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fb.example%2Fx&width=9",
  },
  *alone(url, { rule }) {
    yield* wholesOf(readdressed(url), rule);
  },
  manyAlone: (url, { rule }) => wholesOf(requeried(url), rule),
};

const MOST_PARAMETERS = 24;

const WHOLE = "Put the whole address into the query as text, and sign that same text.";

const OF_COPY: Telling = {
  title: "The address inside the URL was signed with another host.",
  why: "Moving a site replaces its host in every text, also in URLs that are signed, and plugins put a CDN’s host for the site’s. Or code takes the address from one setting for the string and from another for the URL. The digits fit both.",
  fix: "Sign again after such a replacement, or exempt signed URLs from it; in code take the address from one place.",
};

const OF_SCHEME: Telling = {
  why: "Code puts “https://” before an address or takes it off, and what guards against mixed content makes “https:” of “http:”. That was done for one of the string and the URL alone, or in the URL after signing. The digits fit both.",
};

/** No vendor can load from there. */
const OF_OWN_COMPUTER: Telling = { ...OF_COPY, isUnwanted: true };

const TELLINGS: Readonly<Record<string, Telling>> = {
  [NO_QUERY]: {
    title: "The address inside the URL was signed without its query.",
    why: "Either a cache buster, a version or a campaign was added to the address after signing, or the code that signs takes its query off. The digits fit both.",
    fix: WHOLE,
    mayBeMeant: true,
  },
  [NO_HOST]: {
    title: "The address inside the URL was signed without its scheme and host.",
    why: "Either the string was made of a relative address and the URL of the whole one, or something made relative addresses whole after signing, as CMSs and mail tools do. The digits fit both.",
    fix: WHOLE,
    isUnwanted: true,
  },
  [NO_FRAGMENT]: {
    title: "The address inside the URL was signed without its fragment.",
    why: "Either the fragment was added to the address after signing, or the code that signs takes it off, as URL parsers hand it out by itself. The digits fit both.",
    fix: WHOLE,
    mayBeMeant: true,
  },
};

/** A parameter that holds an address. */
interface OfAddress {
  readonly name: string;
  readonly value: string;
  /** The URL with another value in its place. */
  readonly put: (value: string) => UrlText;
}

function addressesIn(url: UrlText): OfAddress[] {
  const parameters = cutQuery(url.query ?? "");
  return parameters
    .slice(0, MOST_PARAMETERS)
    .flatMap(({ name, value }, at) =>
      value !== null && IS_ADDRESS.test(value)
        ? [{ name, value, put: (text) => withParameter(url, parameters, at, `${name}=${text}`) }]
        : [],
    );
}

function* readdressed(url: UrlText): Generator<Variant<UrlText>> {
  for (const { name, value, put } of addressesIn(url))
    for (const [address, detail] of otherAddresses(percentDecode(value)))
      for (const [index, text] of spellings(address, value).entries())
        yield { value: put(text), ...wordsOf(detail, name), weight: USUAL + index * LESS_LIKELY };
}

const OF_QUERY: Telling = {
  title: "The address inside the URL was signed with another query of its own.",
  why: "Either a version, a cache buster, a campaign or a sorting of its parameters changed the address after signing, or the code that signs and the code that sends take it from two places. The digits fit all of these.",
  fix: WHOLE,
  mayBeMeant: true,
};

/** Addresses with another query of their own, each encoded as what was sent seems to be. */
function* requeried(url: UrlText): Generator<Variant<UrlText>> {
  for (const { value, put } of addressesIn(url)) {
    // A “?” that stands as it is begins parameters like any other.
    if (value.includes("?")) continue;
    const address = percentDecode(value);
    const spelling = SPELLINGS.find((one) => encodeLike(one, address) === value);
    if (!spelling) continue;
    for (const [other, detail] of otherQueries(address))
      yield { value: put(encodeLike(spelling, other)), detail, telling: OF_QUERY };
  }
}

/** A title of its own says what was done, so that only the place is left to say. */
function wordsOf(detail: string, name: string): Pick<Variant<UrlText>, "detail" | "telling"> {
  if (detail.startsWith(OTHER_HOST))
    return { detail, telling: detail.includes("“localhost") ? OF_OWN_COMPUTER : OF_COPY };
  if (isOfScheme(detail)) return { detail, telling: OF_SCHEME };
  const telling = TELLINGS[detail];
  return telling ? { detail: `In “${name.slice(0, 40)}”.`, telling } : { detail };
}

const IS_ADDRESS = /^(?:https?(?::|%3A)|(?:\/|%2F){2}|(?:[^\s&=/%?]|%[89a-f][0-9a-f])+\.[\w-]{2,})/i;

/** Encoded as what was sent seems to be; raw, where that is. */
function* spelled(address: string, sent: string): Generator<string> {
  const fitting = SPELLINGS.filter((spelling) => encodeLike(spelling, percentDecode(sent)) === sent);
  for (const spelling of fitting.slice(0, 3)) yield encodeLike(spelling, address);
  if (fitting.length === 0) yield address;
  for (const spelling of SPELLINGS.slice(0, 2)) yield encodeLike(spelling, address);
}

const spellings = (address: string, sent: string) => [...new Set(spelled(address, sent))];
