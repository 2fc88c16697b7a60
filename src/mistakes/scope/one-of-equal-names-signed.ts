import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { gluedAddress } from "../text/addresses/glued-address";
import { byName } from "../text/parameters";
import { joined } from "../text/respell";
import { OFTEN } from "../weights";

const TWICE = `${HOST}/a.jpg?tag=a&tag=b&width=200&signature={}`;

export const oneOfEqualNamesSigned: Mistake = {
  id: "one-of-equal-names-signed",
  group: "scope",
  title: "Of the parameters with one name only one was signed.",
  why: "Objects, dictionaries and PHP’s $_GET keep one value for each name, most often the last; or the other one was added after signing.",
  fix: "Sign the query as it is sent, with every parameter, or send each name once.",
  example: { url: TWICE, secret: SECRET, signed: "/a.jpg?tag=b&width=200" },
  nearMiss: { url: TWICE, secret: SECRET, signed: "/a.jpg?tag=a&tag=b" },
  *urls(url) {
    const parameters = cutQuery(url.query ?? "");
    if (new Set(parameters.map(({ name }) => name)).size === parameters.length) return;
    // The names of a second URL are none of this one.
    if (gluedAddress(url.query ?? "") !== null) return;
    yield* only(url, parameters, "last", (all) => all.at(-1));
    yield* only(url, parameters, "first", (all) => all[0]);
  },
};

/** Kept where it stood, and in the place of the first, as an object does that remembers when a name was new. */
function* only(
  url: UrlText,
  parameters: readonly Parameter[],
  which: string,
  pick: (all: Parameter[]) => Parameter | undefined,
): Generator<Variant<UrlText>> {
  const groups = byName(parameters);
  const detail = `The ${which} one.`;
  const kept = [...groups.values()].flatMap((all) => pick(all) ?? []);
  yield { value: { ...url, query: joined(kept) }, detail, weight: OFTEN };
  const inPlace = parameters.filter((parameter) => kept.includes(parameter));
  yield { value: { ...url, query: joined(inPlace) }, detail, weight: OFTEN };
}
