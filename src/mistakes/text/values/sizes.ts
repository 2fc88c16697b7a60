import type { UrlText } from "../../../signing/types";
import { cutQuery } from "../../../signing/url-text";
import type { Telling, Variant } from "../../mistake";
import { joined } from "../respell";

const SIDES: readonly (readonly [width: string, height: string])[] = [
  ["width", "height"],
  ["w", "h"],
  ["thumb_width", "thumb_height"],
];
const NAMES = ["size", "dimensions", "resolution", "viewport", "s", "resize", "geometry", "d", "wh", "crop"];
const JOINTS = ["x", ",", "%2C", "X", "*", "%C3%97"];

const WHY =
  "Code often takes a size such as “300x200” in one parameter of its own, and gives the service width and height, or the other way round; the string was made before that, or by other code.";
const FIX = "Give the query the service’s own parameters first, then sign that query and send it.";
const ONE_SIGNED: Telling = {
  title: "Width and height were sent, and one parameter with both was signed.",
  why: WHY,
  fix: FIX,
};
const ONE_SENT: Telling = {
  title: "One parameter with width and height was sent, and the two were signed.",
  why: WHY,
  fix: FIX,
};

/** Width and height that were signed as one size, and a size that was signed as both. @param known the vendor’s own names */
export function* sizesOtherwise(url: UrlText, known: readonly string[]): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const withText = (at: number, text: string, without?: number) =>
    joined(
      parameters
        .map((one, place) => (place === at ? { ...one, text } : one))
        .filter((_, place) => place !== without),
    );
  for (const [width, height] of SIDES) {
    const [first, second] = [width, height].map((side) => parameters.findIndex(({ name }) => name === side));
    const [wide, high] = [parameters[first ?? -1]?.value, parameters[second ?? -1]?.value];
    if (first === undefined || !wide || !high) continue;
    for (const name of NAMES)
      for (const joint of JOINTS)
        yield {
          value: { ...url, query: withText(first, `${name}=${wide}${joint}${high}`, second) },
          detail: `“${name}” was signed, “${width}” and “${height}” were sent.`,
          telling: known.includes(name) ? ONE_SIGNED : { ...ONE_SIGNED, isUnwanted: true },
        };
  }
  for (const [at, { name, value }] of parameters.entries()) {
    const [, wide, high] = /^(\d{1,5})(?:[xX,*]|%2C|%C3%97)(\d{1,5})$/i.exec(value ?? "") ?? [];
    if (wide && high)
      for (const [width, height] of SIDES)
        yield {
          value: { ...url, query: withText(at, `${width}=${wide}&${height}=${high}`) },
          detail: `“${width}” and “${height}” were signed, “${name.slice(0, 40)}” was sent.`,
          telling:
            known.includes(width) && !known.includes(name) ? { ...ONE_SENT, mayBeMeant: true } : ONE_SENT,
        };
  }
}
