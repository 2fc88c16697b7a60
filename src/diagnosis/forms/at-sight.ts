import type { Telling } from "../../mistakes/mistake";
import { percentDecode } from "../../mistakes/text/escapes";
import { LABELS, OBJECTS } from "./printed";

/** What a program wrote in the place of a signature: known without any key. */
export interface Sight {
  /** The mistake's id. */
  readonly id:
    | "signature-is-printed-object"
    | "signature-is-label"
    | "signature-is-empty-value"
    | "signature-is-secret";
  /** What it is and how it gets there, one sentence; empty where its mistake says all. */
  readonly detail: string;
  readonly telling?: Telling;
  /** True where people write it, too, to hide the digits from others. */
  readonly mayHide?: true;
}

const EMPTY: Readonly<Record<string, string>> = {
  undefined:
    "JavaScript writes “undefined” where a variable or a field has no value, for example because it was misspelled.",
  null: "“null” was written where the signature had no value.",
  nil: "“nil” was written where the signature had no value.",
  "<nil>": "Go writes “<nil>” where there is no value.",
  "%!s(<nil>)": "Go writes “%!s(<nil>)” where there is no value.",
  none: "Python writes “None” where a function returned nothing.",
  nan: "“NaN” was written: text was computed with as if it were a number.",
  false:
    "PHP and JavaScript give “false” where hashing failed, for example because the hash’s name is unknown.",
  true: "“true” was written in the place of the digits.",
  "(null)": "C and Objective-C write “(null)” where there is no value.",
};

/** What a template or a vendor’s page has in the place of a signature: its name, in signs that mark a place. */
const PLACEHOLDER =
  /^[<{[($%#@:*|_~\\&.\s]*(?:env:)?(?:(?:your|the|my|insert|put|add|url)[-_ ]?)*(?:signature|sig|token|hmac|hash|digest|todo)(?:[-_ ]?(?:here|value|goes))*[>}\])%#@*|_~\s]*(?:(?<=\))s)?$/i;

/** Signs of a format, and what only a template has around an expression. */
const TEMPLATE = /^(?:%[sdv@]|\$\d|\{\d\}|(?:\$\{|#\{|%\{|\{\{|<[%?]).*[}>])$/s;
/** Digits may stand in such signs, too. */
const RUN = /[\w+/-]{20}/;

const isPlaceholder = (value: string) =>
  PLACEHOLDER.test(value) || (TEMPLATE.test(value) && !RUN.test(value));

/** Where nothing stands in the place of the signature. Other places of the URL may have one. */
export const EMPTY_PLACE: Sight = {
  id: "signature-is-empty-value",
  detail: "",
  telling: {
    title: "The place of the {signature} is empty.",
    why: "The variable was empty, a function returned nothing, or a template had no value for it. Or the digits were lost where the URL was copied: then the real one has them.",
  },
};

/** What a text in the place of a signature is at sight, or `null` where it may be digits. */
export function readAtSight(text: string): Sight | null {
  if (text.length > 400) return null;
  for (const spelling of new Set([text, percentDecode(text), percentDecode(text.replaceAll("+", " "))])) {
    const value = spelling.trim().replace(/^(["'])(.*)\1$/, "$2");
    const empty = EMPTY[value.toLowerCase()];
    if (empty) return { id: "signature-is-empty-value", detail: empty };
    if (isPlaceholder(value))
      return {
        id: "signature-is-empty-value",
        detail: "It is a placeholder: nothing has filled it in, or it hides the digits from others.",
        mayHide: true,
      };
    const object = OBJECTS.find(([pattern]) => pattern.test(value));
    if (object) return { id: "signature-is-printed-object", detail: object[1] };
    const label = LABELS.find(([pattern]) => pattern.test(value));
    if (label) return { id: "signature-is-label", detail: label[1] };
  }
  return null;
}
