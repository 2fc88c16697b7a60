import type { Mistake, Telling } from "../mistake";
import { signedWithKey } from "../sample";
import { UNLIKELY } from "../weights";

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
    for (const [char, telling] of SINGLE)
      yield {
        value: key.replaceAll(char, ""),
        detail: `Each “${char}” was removed.`,
        weight: RARER,
        telling,
      };
    for (const [pattern, detail] of TAGS) yield { value: key.replace(pattern, ""), detail, weight: RARER };
    for (const [pattern, detail] of REMOVED)
      yield { value: key.replace(pattern, ""), detail, weight: RARER, telling: BY_PATTERN };
    const octets = removeAgain(key, /%[a-f0-9]{2}/i);
    yield { value: octets, detail: "Each “%” with two hex digits was removed." };
    const field = removeAgain(key.replace(/<[^>]*>?/g, ""), /%[a-f0-9]{2}/i);
    yield { value: field.replace(/[\r\n\t ]+/g, " ").trim(), detail: "Tags and “%” escapes were removed." };
    yield { value: key.replace(/\s+/g, " "), detail: "Runs of white space became one space." };
  },
};

/** White space that a copied line brought along is likelier than a filter that removed it. */
const RARER = UNLIKELY;

/** One sign alone: whoever takes out more has found no more in this secret, or is not to blame. */
const SINGLE: readonly (readonly [char: string, telling: Telling])[] = [
  [
    "-",
    without(
      'A UUID is written without hyphens in many places, by ToString("N") of .NET for one; and filters take hyphens out.',
    ),
  ],
  ["%", without("A batch file of Windows drops a “%” that stands alone; and filters take it out.")],
  ...["+", "=", "/", "&"].map(
    (char) => [char, without("A filter or the code that stores the secret took it out.")] as const,
  ),
];

function without(why: string): Telling {
  return {
    title: "Characters of the secret are missing in the one that was used.",
    why,
    fix: "Use the secret as it was given, with every sign of it.",
  };
}

const TAGS: readonly (readonly [pattern: RegExp, detail: string])[] = [
  [/<[^>]*>/g, "What stands between “<” and “>” was removed."],
  [/<[^>]*>?/g, "Everything from “<” on was removed."],
];

const BY_PATTERN: Telling = {
  why: "An input filter, or code with a pattern of the characters that it lets pass, took them out.",
};

const REMOVED: typeof TAGS = [
  [/[<>]/g, "“<” and “>” were removed."],
  [/[^a-z0-9]/gi, "Everything but letters and digits was removed."],
  [/[^a-z0-9_-]/gi, "Everything but letters, digits, “_” and “-” was removed."],
  [/[^\w.-]/g, "Everything but letters, digits, “_”, “-” and “.” was removed."],
  [/[^ -~]/g, "Everything beyond ASCII was removed."],
  [/[^!-~]/g, "White space and everything beyond ASCII were removed."],
  [/['"\\]/g, "Quotes and backslashes were removed."],
  [/[&<>"']/g, "The characters that HTML escapes were removed."],
  [/\s/g, "White space was removed."],
  [/[^a-z]/gi, "Everything but letters was removed."],
];

/** What a filter leaves that looks again until nothing is left to remove. */
function removeAgain(text: string, pattern: RegExp): string {
  let left = text;
  for (let round = 0; round < 8; round++) left = left.replace(pattern, "");
  return left;
}
