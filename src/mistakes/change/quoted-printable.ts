import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath, joined } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LIKELY, OFTEN, RAREST } from "../weights";

export const quotedPrintable: Mistake = {
  id: "quoted-printable",
  group: "change",
  undoes: true,
  title: "Quoted-printable, the encoding of mails, was left in the URL or decoded once too often.",
  why: "A mail’s source writes “=” as “=3D”. What decodes a text that is no source takes “=20” for a space and “=12” for a control character.",
  fix: "Copy the link from the mail as it is displayed, or decode its source once.",
  example: {
    url: `${HOST}/a.jpg?width=3D200&height=3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=3D200&height=3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width200&height100",
  },
  *urls(url, { optionNames }) {
    const left = "Its “=3D” stands for “=”.";
    yield* inQueryAndPath(url, (text) => text.replaceAll(/=3D/gi, "="), left, LIKELY);
    yield* inQueryAndPath(url, (text) => decodePrintable(text), "It is decoded here.", LIKELY);
    yield* inQueryAndPath(url, (text) => text.replaceAll(/%3D3D/gi, "%3D"), left, OFTEN);
    yield* decodedTooOften(url);
    yield* signsReadBack(url, optionNames);
  },
  *alone(url, { rule }) {
    for (const at of indexesOf(url.query ?? "", /%[0-9a-f]{2}/gi)) {
      const query = url.query ?? "";
      const code = query.slice(at + 1, at + 3);
      yield {
        value: rule({ ...url, query: `${query.slice(0, at)}=${code}${query.slice(at + 3)}` }),
        detail: `“=${code.toUpperCase()}” was decoded, although it was no quoted-printable.`,
        weight: RAREST,
      };
    }
    yield* wholesOf(
      inQueryAndPath(url, (text) => text.replaceAll("=", "=3D"), SIGNED_SO, RAREST),
      rule,
    );
  },
};

const SIGNED_SO = "“=” was signed as “=3D”.";

/** Soft line breaks removed, each `=XX` decoded. */
function decodePrintable(text: string): string {
  return text
    .replaceAll(/=(?:%0D)?%0A/gi, "")
    .replaceAll(/=([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Control characters and spaces, escaped as they are sent, that “=” and two digits were. */
function* decodedTooOften(url: UrlText): Generator<Variant<UrlText>> {
  const detail = "“=” and two digits were decoded, although they were no quoted-printable.";
  const back = (codes: RegExp) => (text: string) => text.replaceAll(codes, "=$1");
  yield* inQueryAndPath(url, back(/%([01][0-9A-F]|7F)/gi), detail, LIKELY);
  yield* inQueryAndPath(url, back(/%([01][0-9A-F]|7F|20)/gi), detail, OFTEN);
  yield* inQueryAndPath(url, back(/%([0-9A-F]{2})(?=\d*(?:&|$))/gi), detail, OFTEN);
  yield* inQueryAndPath(url, back(/%([189A-F][0-9A-F]|[0-7][0-9]|7F)/gi), detail, OFTEN);
}

/** Visible signs that “=” and two digits were: “width00” of “width=300”. A space at the end of the URL does not survive a copy. */
function* signsReadBack(url: UrlText, optionNames: readonly string[]): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const detail = "“=” and two digits were decoded, although they were no quoted-printable.";
  const read = parameters.map((parameter) => withCode(parameter, optionNames));
  const isRead = read.some((parameter, at) => parameter !== parameters[at]);
  if (isRead) yield { value: { ...url, query: joined(read) }, detail, weight: LIKELY };
  const last = read.at(-1);
  if (last && last.value === null && optionNames.includes(last.name)) {
    const query = joined([...read.slice(0, -1), { ...last, text: `${last.name}=20` }]);
    yield {
      value: { ...url, query },
      detail: `${detail} The last was a space, which is lost.`,
      weight: OFTEN,
    };
  }
}

/** An option that lacks its “=” and begins with a sign whose code is two digits, with both. */
function withCode(parameter: Parameter, optionNames: readonly string[]): Parameter {
  const { text, value } = parameter;
  if (value !== null) return parameter;
  const [name = ""] = optionNames
    .filter((option) => option.length < text.length && text.startsWith(option))
    .sort((a, b) => b.length - a.length);
  const rest = text.slice(name.length);
  const escaped = /^%([0-7]\d)/.exec(rest);
  const code = escaped?.[1] ?? rest.charCodeAt(0).toString(16);
  if (name === "" || !/^[0-7]\d$/.test(code)) return parameter;
  return { ...parameter, text: `${name}=${code}${rest.slice(escaped ? escaped[0].length : 1)}` };
}

function indexesOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}
