import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Facts, Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { withBetween } from "../text/joints";
import { joined } from "../text/respell";

const URL_WITH_TIME = `${HOST}/a.jpg?t=1790000000&width=200&signature={}`;

export const signedWithTimestamp: Mistake = {
  id: "signed-with-timestamp",
  group: "scope",
  title: "A value of the URL was signed a second time, before or after the string.",
  why: "Recipes of webhooks and of expiring links sign a timestamp, a nonce or an expiry next to the string, and code for them may have been reused.",
  fix: "Sign the string shown as the signing string and nothing else; a timestamp is signed where it stands in the query.",
  example: { url: URL_WITH_TIME, secret: SECRET, signed: "1790000000.\n/a.jpg?t=1790000000&width=200" },
  nearMiss: { url: URL_WITH_TIME, secret: SECRET, signed: "/a.jpg?width=200" },
  alone: withTimestamp,
};

const TIME_NAME = /^(?:t|ts|time(?:stamp)?|date|exp(?:ires?|iry)?|e|ttl|until|nonce|salt|valid\w*)$/i;
const JOINTS = ["", ".", "\n", ":", "|", "&", " ", "-", "_", ",", "/", ";", ".\n", "?"];

/** Values that look like a moment or a nonce, beside the whole string and beside the string without that parameter. */
function* withTimestamp(url: UrlText, { rule }: Facts): Generator<Variant<string>> {
  const parameters = cutQuery(url.query ?? "");
  const times = parameters.filter(
    ({ name, value }) => value && (TIME_NAME.test(name) || /^\d{9,16}$/.test(value)),
  );
  for (const time of times.slice(0, 4)) {
    const rest = parameters.filter((parameter) => parameter !== time);
    const without = { ...url, query: rest.length === 0 ? null : joined(rest) };
    const texts = new Set([rule(url), rule(without), url.path, url.query ?? ""]);
    const value = time.value ?? "";
    const name = `“${time.name.slice(0, 40)}”`;
    for (const text of texts)
      for (const joint of JOINTS) {
        const between = withBetween(joint);
        yield { value: value + joint + text, detail: `The value of ${name} stood before it${between}.` };
        yield { value: text + joint + value, detail: `The value of ${name} stood after it${between}.` };
      }
  }
}
