import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretSanitised: Mistake = {
  id: "secret-sanitised",
  group: "secret",
  answerTells: "name",
  leavesPart: true,
  title: "A filter took characters out of the secret before it was stored.",
  why: "Input filters such as WordPress’s sanitize_text_field and PHP’s strip_tags remove what looks like a tag, an escape or a control character.",
  fix: "Store the secret unfiltered, for example in a constant or an environment variable.",
  example: signedWithKey("NlP4%EcCx9", "NlP4Cx9"),
  nearMiss: signedWithKey("NlP4%EcCx9", "NlP4%Cx9"),
  *keys(key) {
    for (const [pattern, detail] of REMOVED) yield { value: key.replace(pattern, ""), detail, weight: RARER };
    const octets = removeAgain(key, /%[a-f0-9]{2}/i);
    yield { value: octets, detail: "Each “%” with two hex digits was removed." };
    const field = removeAgain(key.replace(/<[^>]*>?/g, ""), /%[a-f0-9]{2}/i);
    yield { value: field.replace(/[\r\n\t ]+/g, " ").trim(), detail: "Tags and “%” escapes were removed." };
    yield { value: key.replace(/\s+/g, " "), detail: "Runs of white space became one space." };
  },
};

/** White space that a copied line brought along is likelier than a filter that removed it. */
const RARER = 1.25;

const REMOVED: readonly (readonly [pattern: RegExp, detail: string])[] = [
  [/<[^>]*>/g, "What stands between “<” and “>” was removed."],
  [/<[^>]*>?/g, "Everything from “<” on was removed."],
  [/[<>]/g, "“<” and “>” were removed."],
  [/[^a-z0-9]/gi, "Everything but letters and digits was removed."],
  [/[^a-z0-9_-]/gi, "Everything but letters, digits, “_” and “-” was removed."],
  [/[^\w.-]/g, "Everything but letters, digits, “_”, “-” and “.” was removed."],
  [/[^ -~]/g, "Everything beyond ASCII was removed."],
  [/[^!-~]/g, "White space and everything beyond ASCII were removed."],
  [/['"\\]/g, "Quotes and backslashes were removed."],
  [/[&<>"']/g, "The characters that HTML escapes were removed."],
  [/\s/g, "White space was removed."],
  [/-/g, "Each “-” was removed."],
  [/[+]/g, "Each “+” was removed."],
  [/[=]/g, "Each “=” was removed."],
  [/[/]/g, "Each “/” was removed."],
  [/%/g, "Each “%” was removed."],
  [/&/g, "Each “&” was removed."],
  [/[^a-z]/gi, "Everything but letters was removed."],
];

/** What a filter leaves that looks again until nothing is left to remove. */
function removeAgain(text: string, pattern: RegExp): string {
  let left = text;
  for (let round = 0; round < 8; round++) left = left.replace(pattern, "");
  return left;
}
