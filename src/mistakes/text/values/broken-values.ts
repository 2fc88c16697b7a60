import { cutQuery, type Parameter } from "../../../signing/url-text";
import type { Telling } from "../../mistake";
import { isOftenAdded } from "../added-names";
import { joined } from "../respell";
import { TEXT_NAME } from "./text-names";

const OF_TEXT = new RegExp(`^${TEXT_NAME}$`, "i");
const MOST_PARTS = 3;
const MOST_PLACES = 8;

/** Whether a value may have been longer: it is a text by its name, or has a space, and is no address. */
function isText({ name, value }: Parameter): boolean {
  if (!value || /:|%3A|\.\w+\//i.test(value)) return false;
  return OF_TEXT.test(name) || /[\s+]|%20/.test(value);
}

/** Whether nothing speaks for a parameter of its own: it has a value, is none of the vendor’s options, and is seldom added. */
const isForeign = ({ name, value }: Parameter, known: readonly string[]) =>
  value !== null && name !== "" && !known.includes(name) && !isOftenAdded(name);

/** As most parameters are named: what has such a name is hardly the rest of a text. */
const IS_NAME = /^[a-z][\w.[\]-]*$/;

/** An address that has begun a query of its own, raw. */
const OF_ADDRESS = /^https?:\/\/[^?]*\?/i;

/**
 * Of parameters, one after the other, that may be the rest of the value before them, which an “&” that was not escaped has ended: the query with them as
 * that, where it is a text; of an address the scheme tells it. `null` where they are hardly its rest.
 */
export function restOf(
  parameters: readonly Parameter[],
  rest: readonly Parameter[],
  known: readonly string[],
): Pick<Telling, "mayBeQuery"> | null {
  const at = rest[0] ? parameters.indexOf(rest[0]) : 0;
  const before = parameters[at - 1];
  if (!before || !rest.every((one, place) => isForeign(one, known) && parameters[at + place] === one))
    return null;
  if (isText(before) && !IS_NAME.test(rest[0]?.name ?? ""))
    return { mayBeQuery: withPartsOf(parameters, at, rest.length, "%3D") };
  return OF_ADDRESS.test(before.value ?? "") ? {} : null;
}

/** What is told of such parameters that were not signed; `null` where they are hardly the rest of a value. */
export function restTelling(...of: Parameters<typeof restOf>): Telling | null {
  const rest = restOf(...of);
  if (!rest) return null;
  const [was, is, it] = of[1].length === 1 ? ["it was", "it is", "it"] : ["they were", "they are", "them"];
  return {
    title: "A part of the query was not signed.",
    why: `Either ${was} added to the URL after it was signed, or the code that signs leaves out what it does not know; or ${is} the rest of the value before ${it}, which an “&” that was not escaped has ended. The digits fit all of these.`,
    fix: "Write “%26” for an “&” inside a value, build the query with every parameter first, sign all of it, and send that.",
    isDoubtful: true,
    mayBeEnough: true,
    ...rest,
  };
}

/** Each query with one value that such an “&” may have ended, and the parameters that became its rest. */
export function* withRests(
  query: string,
): Generator<readonly [query: string, rest: readonly Parameter[], equals: string]> {
  const parameters = cutQuery(query);
  const places = parameters.flatMap((one, at) => (isText(one) ? [at + 1] : []));
  for (const at of places.slice(0, MOST_PLACES))
    for (let count = 1; count <= Math.min(MOST_PARTS, parameters.length - at); count++)
      for (const equals of ["%3D", "="]) {
        const rest = parameters.slice(at, at + count);
        yield [withPartsOf(parameters, at, count, equals), rest, equals];
      }
}

function withPartsOf(parameters: readonly Parameter[], at: number, count: number, equals: string): string {
  const texts = parameters.slice(at, at + count).map(({ text }) => text.replaceAll("=", equals));
  const text = [parameters[at - 1]?.text ?? "", ...texts].join("%26");
  return [joined(parameters.slice(0, at - 1)), text, joined(parameters.slice(at + count))]
    .filter((part) => part !== "")
    .join("&");
}
