import { looksUnset } from "../../signing/unset-values";
import { cutQuery } from "../../signing/url-text";
import { listedQuoted } from "../../signing/wording/listed";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { restOf } from "../text/values/broken-values";

const THREE = `${HOST}/a.jpg?width=200&height=100&mode=crop&signature={}`;

export const stringCutAtAmpersand: Mistake = {
  id: "string-cut-at-ampersand",
  group: "scope",
  title: "Nothing from the first “&” on was signed.",
  why: "Code signs only the first parameter, or only those that it knows; or the others were added after signing; or a shell without quotes, another URL or a form ended the string at the “&”.",
  fix: "Sign every parameter that is sent; on a command line put the string in single quotes, and inside another URL escape it.",
  example: { url: THREE, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: { url: THREE, secret: SECRET, signed: "/a.jpg?width=200&mode=crop" },
  *messages(message, { optionNames }) {
    const at = message.indexOf("&");
    if (at <= 0 || message[at - 1] === "?") return;
    const value = message.slice(0, at);
    yield { value, weight: 0.95, ...(IS_PATH.test(value) ? {} : toldOf(message, at, optionNames)) };
  },
};

const MOST_NAMED = 6;
const LONGEST = 4_000;

/** Then the “&” is none between parameters. */
const IS_PATH = /^(?:https?:\/)?\/[^?]*$/;

/** What was not signed, and whose doing that may be. */
function toldOf(
  message: string,
  at: number,
  known: readonly string[],
): Pick<Variant<string>, "detail" | "telling"> {
  const unsigned = message.slice(at + 1);
  // A search cuts strings by the hundred.
  if (unsigned.length > LONGEST) return { telling: FIRST_ALONE };
  const parameters = cutQuery(unsigned).filter(({ text }) => text !== "");
  if (parameters.length === 0) return { telling: FIRST_ALONE };
  const isUnset = parameters.every(looksUnset);
  const named = parameters.slice(0, MOST_NAMED).map(({ name, text }) => (isUnset ? text : name).slice(0, 60));
  const more = parameters.length > MOST_NAMED ? ` and ${parameters.length - MOST_NAMED} more` : "";
  const list = more ? named.map((name) => `“${name}”`).join(", ") + more : listedQuoted(named);
  const all = cutQuery(message.slice(message.indexOf("?") + 1));
  const rest = restOf(all, all.slice(1), known);
  const telling = isUnset ? UNSET : rest ? { ...OR_REST, ...rest } : FIRST_ALONE;
  return { detail: `Not signed: ${list}.`, telling };
}

const SHELL = "or a shell without quotes, another URL or a form ended the string at its first “&”";

const FIRST_ALONE: Telling = {
  why: `Either the code signs only the first parameter, or only those that it knows; or the rest was added after signing; ${SHELL}. The digits fit all of these.`,
  isDoubtful: true,
  mayBeEnough: true,
};

const OR_REST: Telling = {
  ...FIRST_ALONE,
  why: `Either the code signs only the first parameter, or only those that it knows; or the rest was added after signing; or it belongs to the value before it, which an “&” that was not escaped has ended; ${SHELL}. The digits fit all of these.`,
};

const UNSET: Telling = {
  ...FIRST_ALONE,
  why: `Either the code leaves out what is not set when it signs, but not when it builds the URL; or it was added after signing; ${SHELL}. The digits fit all of these.`,
};
