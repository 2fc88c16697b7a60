import type { Choice } from "../../../diagnosis/diagnosis";
import { unsetIn } from "../../../signing/unset-values";
import { cutQuery, cutUrl } from "../../../signing/url-text";
import { listedQuoted } from "../../../signing/wording/listed";
import { AS_IT_SHOULD_BE, AS_SIGNED, BY_THE_RULE, IF_CHANGED, type Remedy } from "./remedy";

const IF_CHECKED = "If that is the hash that your account checks.";

/** What was sent is one choice of several, and none is surely the right one. */
export function besideChoices(first: Remedy, choices: readonly Choice[]): Remedy {
  const isBefore = choices.every(({ kind }) => kind === "before");
  const isUsual = first.words === AS_IT_SHOULD_BE || isBefore;
  const words = isUsual ? wordsBeside(choices) : first.words;
  const { of: hash } = choices.find(({ kind }) => kind === "hash") ?? {};
  const ofHash = hash && (words.includes(hash) ? IF_CHECKED : signedWith(hash));
  const hint = ofHash && first.hint !== BY_THE_RULE ? `${ofHash} ${first.hint}` : (ofHash ?? first.hint);
  return { ...first, hint, words, ...(!isBefore && { isDoubtful: true }) };
}

/** How to sign what was sent, so that it differs from what the others ask for. */
function wordsBeside(choices: readonly Choice[]): string {
  const choice = (wanted: Choice["kind"]) => choices.find(({ kind }) => kind === wanted);
  const [escaped, path, hash] = [choice("escaped"), choice("path"), choice("hash")];
  if (escaped) return `Sign it as it stands, with ${asOptions(escaped.names)}`;
  if (choice("signed")) return "Sign all that is sent";
  if (path) return `Sign it as it stands, with “${path.of === "+" ? "%20" : "+"}” in the path`;
  if (hash) return `Sign it with ${hash.of}`;
  return choices.every(({ kind }) => kind === "before") ? "Sign what is sent" : "Sign it as it stands";
}

const asOptions = (names: readonly string[]) =>
  `${listedQuoted(names)} as ${names.length === 1 ? "an option of its own" : "options of their own"}`;

/** The hint at a URL where nothing tells the right hash. */
export const signedWith = (hash: string): string =>
  `Signed with ${hash}, if that is the hash that your account checks.`;

/** A choice in words. */
export function choiceOf(choice: Choice): Remedy {
  const remedy = remedyOf(choice);
  return choice.hash ? { ...remedy, hint: signedWith(choice.hash) } : remedy;
}

function remedyOf({ kind, names, of, url, isSigned, isOpen }: Choice): Remedy {
  const list = listedQuoted(names);
  switch (kind) {
    case "unset":
      return {
        words: `Leave out ${list}`,
        hint: "The rest of the URL, signed.",
        url,
        use: "Use the rest of it",
        what: "URL without it",
      };
    case "signed": {
      // What was signed may hold the parameter with another value.
      const present = new Set(cutQuery(cutUrl(url).query ?? "").map(({ name }) => name));
      const left = names.filter((name) => !present.has(name));
      return {
        words: "Send only what was signed",
        hint: left.length === 0 ? "The same digits." : `The same digits, without ${listedQuoted(left)}.`,
        url,
        use: AS_SIGNED,
      };
    }
    case "escaped":
      return {
        words: `Sign it with ${list} as a part of the address in “${of}”`,
        hint: "The address is percent-encoded then.",
        url,
        use: "Use the escaped URL",
        what: "escaped URL",
      };
    case "hash":
      return {
        words: `Sign it with ${names.join()}`,
        hint: IF_CHECKED,
        url,
        use: `Use the URL with ${names.join()}`,
        what: `URL with ${names.join()}`,
      };
    case "before":
      return {
        words:
          names.length > 0
            ? `Send it without ${list}`
            : isOpen
              ? IF_CHANGED
              : "Send it as it was before the change",
        hint: BY_THE_RULE,
        url,
        use: "Use the URL before the change",
        what: "URL before the change",
      };
    case "name":
      return {
        words: `Send ${list} alone`,
        hint: "Without the other one of that name, signed.",
        url,
        use: `Use the URL with ${list}`,
        what: `URL with ${list}`,
      };
    case "plus":
      return {
        words: "Send it with “%2B”, if a plus is meant",
        hint: isSigned ? "The URL that was signed." : BY_THE_RULE,
        url,
        use: isSigned ? AS_SIGNED : "Use the URL with “%2B”",
        ...(!isSigned && { what: "URL with “%2B”" }),
      };
    case "once":
      return {
        words: "Send it percent-encoded once, if its text has no such escapes",
        hint: BY_THE_RULE,
        url,
        use: "Use the URL encoded once",
        what: "URL encoded once",
      };
    case "ampersand":
      return {
        words: "Send it with “%26” for the “&” inside a value",
        hint: BY_THE_RULE,
        url,
        use: "Use the URL with “%26”",
        what: "URL with “%26”",
      };
    case "path":
      return {
        words: `Send it with “${of}” in the path`,
        hint: isSigned ? "The URL that was signed." : BY_THE_RULE,
        url,
        use: isSigned ? AS_SIGNED : `Use the URL with “${of}”`,
        ...(!isSigned && { what: `URL with “${of}”` }),
      };
  }
}

/** Says what of its URL looks as if it had never been filled in. */
export function withUnset(remedy: Remedy): Remedy {
  const unset = unsetIn(cutUrl(remedy.url));
  if (unset.length === 0) return remedy;
  const words = remedy.words === AS_IT_SHOULD_BE ? "Sign it as it stands" : remedy.words;
  return { ...remedy, words: `${words}, ${listedQuoted(unset)} included`, isDoubtful: true };
}
