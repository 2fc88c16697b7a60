import type { UrlText } from "../../../signing/types";
import { cutQuery } from "../../../signing/url-text";
import type { Telling, Variant } from "../../mistake";
import { encodeLike, SPELLINGS } from "../encoders";
import { withParameter } from "../respell";

/*
 * The tags of mail tools: the URL of a template was signed, and the tool filled them in for each recipient.
 */

/** What stands around a field's name: in Mailchimp, Marketing Cloud, HubSpot, Brevo, Klaviyo, Braze, Mailgun, Campaign Monitor and others. */
const FORMS: readonly (readonly [before: string, after: string])[] = [
  ["*|", "|*"],
  ["%%", "%%"],
  ["{{", "}}"],
  ["{{ ", " }}"],
  ["{{contact.", "}}"],
  ["{{ contact.", " }}"],
  ["{{${", "}}}"],
  ["%recipient.", "%"],
  ["%recipient_", "%"],
  ["[", ",fallback=]"],
  ["[", "]"],
  ["{$", "}"],
  ["%", "%"],
  ["-", "-"],
  ["[[", "]]"],
  ["[[data:", "]]"],
  ["{{data:", "}}"],
  ["{{var:", "}}"],
  ["{{person.", "}}"],
  ["{{ person.", " }}"],
  ["{{subscriber.", "}}"],
  ["{{ subscriber.", " }}"],
  ["{{customer.", "}}"],
  ["{{user.", "}}"],
  ["{{recipient.", "}}"],
  ["{{Recipient.", "}}"],
  ["{{lead.", "}}"],
  ["{", "}"],
  ["#{", "}"],
  ["##", "##"],
  ["{contactfield=", "}"],
];

const FIELDS =
  "first_name firstname firstName FirstName FIRSTNAME FNAME name Name NAME fullname full_name last_name lastname LastName LASTNAME LNAME email Email EMAIL email_address emailaddr city City CITY company".split(
    " ",
  );

const [javascript, rfc] = SPELLINGS;
const TAGS: readonly (readonly [tag: string, spellings: readonly string[]])[] = FORMS.flatMap(
  ([before, after]) =>
    FIELDS.map((field) => {
      const tag = before + field + after;
      const encoded = [javascript, rfc].flatMap((spelling) => (spelling ? encodeLike(spelling, tag) : []));
      return [tag, [...new Set([tag, ...encoded])]] as const;
    }),
);

/** Words that a tool may have filled in; a number has its own placeholders. */
const MOST_PLACES = 4;
const LONGEST = 60;
const NO_WORD = /^(?:true|false|[\d.,:+-]+|\d+px)$/i;

/** The URL with a tag in the place of each value, and of each word of one, that a mail tool may have filled in. */
export function* mailTags(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const places = parameters.flatMap(({ name, value }, at) =>
    wordsOf(value ?? "").map((word) => ({ at, name, value: value ?? "", ...word })),
  );
  for (const { at, name, value, start, end } of places.slice(0, MOST_PLACES))
    for (const [tag, spellings] of TAGS)
      for (const text of spellings) {
        const own = `${name}=${value.slice(0, start)}${text}${value.slice(end)}`;
        const detail = `It was “${tag}”, in “${name.slice(0, 40)}”.`;
        yield { value: withParameter(url, parameters, at, own), detail, telling: OF_MAIL };
      }
}

const OF_ADDRESS = /(?<=%3D|=)(?:(?!%26|%23)[^&#])+/gi;
const OF_TEXT = /(?<=^|%20|%2C|%21|[+,!])(?:(?!%20|%2C|%21)[^+,!])+/gi;

/** All of a value, then each of its words; of an address the values of its own query. */
function wordsOf(value: string): { start: number; end: number }[] {
  const isAddress = /^(?:https?|[\w-]+\.[\w.-]+(?:\/|%2F))/i.test(value);
  const words = value.matchAll(isAddress ? OF_ADDRESS : OF_TEXT);
  const all = [...words].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  const whole = { start: 0, end: value.length };
  return (isAddress || all.length === 1 ? all : [whole, ...all]).filter(({ start, end }) => {
    const word = value.slice(start, end);
    return /[a-z]|%[c-f]/i.test(word) && word.length <= LONGEST && !NO_WORD.test(word);
  });
}

const OF_MAIL: Telling = {
  title: "A tag was signed where the URL now has what was filled in for it.",
  why: "The URL was signed as it stands in a template, and the tag was filled in later: for each recipient by a mail tool such as Mailchimp, HubSpot or Braze, or by a template engine.",
  fix: "Sign one URL for each recipient, with the value in it, and let the tool fill in the whole of that URL.",
};
