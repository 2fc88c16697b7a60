import type { UrlText } from "../../signing/types";
import { UNSET_VALUES } from "../../signing/unset-values";
import { cutQuery } from "../../signing/url-text";
import type { Facts, Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { joined } from "../text/respell";
import { COMMON_NAMES, likelyValues } from "../text/values/likely-values";

export const parameterRemovedAfterSigning: Mistake = {
  id: "parameter-removed-after-signing",
  group: "change",
  parametersWere: "removed",
  title: "One parameter more was signed than the URL has now.",
  why: "A cache, a CDN rule, a client or a person took it out of the finished URL, or the code signed a default that it did not send.",
  fix: "Send every parameter that was signed, or sign without it.",
  example: {
    url: `${HOST}/a.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&quality=80",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&quality=",
  },
  manyAlone: removed,
};

/** More parameters than this have too many places between them. */
const MOST_PLACES = 6;

/** Each option that the URL lacks, with the values that it often has, in each place, and the values of the URL's own. */
function* removed(url: UrlText, { optionNames, rule }: Facts): Generator<Variant<string>> {
  const parameters = cutQuery(url.query ?? "").filter(({ text }) => text !== "");
  const names = new Set([...optionNames, ...COMMON_NAMES]);
  for (const { name } of parameters) names.delete(name);
  const own = parameters.flatMap(({ value }) =>
    value !== null && /^[\w.,-]{1,16}$/.test(value) ? [value] : [],
  );
  const places = parameters.length <= MOST_PLACES ? parameters.map((_, at) => at) : [0];
  const likely = (name: string) =>
    Array.from(new Set([...likelyValues(name), ...own]), (value) => [value] as const);
  for (const valuesOf of [likely, (): readonly (readonly [value: string, maker?: string])[] => UNSET_VALUES])
    for (const at of [parameters.length, ...places.toReversed()])
      for (const name of names)
        for (const [value, maker] of valuesOf(name)) {
          const text = `${name}=${value}`;
          const query = joined(parameters.toSpliced(at, 0, { name, value, text }));
          const telling = maker === undefined ? undefined : neverSet(maker);
          yield { value: rule({ ...url, query }), detail: `It had “${text}”.`, telling };
        }
}

/** The URL that was signed has a value that means nothing, so that nobody wants it. @param maker whose code writes it */
const neverSet = (maker: string): Telling => ({
  why: `The value was not set when the string was made: ${maker}. The parameter was then left out of the URL, as many libraries do.`,
  fix: "Leave out what is not set before the string is made, and build the URL from the same parameters.",
  isUnwanted: true,
});
