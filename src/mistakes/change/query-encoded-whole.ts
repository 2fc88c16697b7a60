import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { LIKELY, OFTEN } from "../weights";

export const queryEncodedWhole: Mistake = {
  id: "query-encoded-whole",
  group: "change",
  undoes: true,
  damages: true,
  title: "The whole query was percent-encoded after signing, its “=” and “&” too.",
  why: "encodeURIComponent and HTTP libraries that take a query for the name or the value of one parameter escape its “=” and “&”, and nobody reads parameters in it then.",
  fix: "Encode each value before the query is joined, and send the signed query as it is.",
  example: {
    url: `${HOST}/a.jpg?width%3D200%26height%3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width%3D200%26height%3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height%3D100",
  },
  *urls(url, { optionNames }) {
    yield* wholeEncoded(url);
    yield* beforeOptions(url, optionNames);
  },
};

function* wholeEncoded({ query, ...url }: UrlText): Generator<Variant<UrlText>> {
  // Another mistake may have left the signature’s “&” behind.
  const whole = query?.replace(/&$/, "") ?? "";
  if (!/%3D/i.test(whole) || /[=&]/.test(whole)) return;
  yield { value: { ...url, query: percentDecode(whole) }, weight: LIKELY };
  const delimiters = whole.replaceAll(/%3D/gi, "=").replaceAll(/%26/gi, "&");
  yield { value: { ...url, query: delimiters }, weight: OFTEN };
}

/** “&” was escaped before the name of an option, and maybe the “=” behind it. */
function* beforeOptions({ query, ...url }: UrlText, options: readonly string[]): Generator<Variant<UrlText>> {
  const parts = query?.split(/%26(?=[\w.-]+(?:=|%3D))/i) ?? [];
  const [first = "", ...others] = parts;
  const isOption = (part: string) => options.includes(/^[\w.-]+/.exec(part)?.[0] ?? "");
  if (!others.some(isOption)) return;
  const rest = others.map((part) =>
    isOption(part) ? `&${part.replace(/^([\w.-]+)%3D/i, "$1=")}` : `%26${part}`,
  );
  const value = { ...url, query: first + rest.join("") };
  yield { value, weight: LIKELY, telling: /%(?!26)/.test(value.query) ? OF_ENCODED : OF_ONE };
}

/** What was signed has escapes that decoding would have undone, too. */
const OF_ENCODED: Telling = {
  title: "An “&” before an option was sent as “%26”, and signed as it is.",
  why: "An encoder escaped it after signing, so that the option became a part of the value before it; or the string was made of another text than the URL.",
  fix: "Escape each value by itself before the query is joined, and send the text that was signed.",
};

const OF_ONE: Telling = {
  title: "An “&” before an option was sent as “%26”, and signed as it is.",
  why: "Either an encoder escaped it after signing, so that the option became a part of the value before it; or it belongs to that value, and the query was decoded before it was signed. The digits fit both.",
  fix: "Escape each value by itself before the query is joined, and send the text that was signed.",
  mayBeMeant: true,
};
