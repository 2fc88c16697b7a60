import { type InPath, withQuestionMark } from "../../mistakes/text/question-mark";
import type { Note, SigningRequest, UrlText } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";

/** A signature at the end whose name no “?” or “&” begins: the wrong one of them, another sign, or none. */
const JOINED = /(?:[?&;,|]|%26|%3b|%2c)?(?:amp;)*signature(?:=|:|%3d|%3a)?([0-9a-f]{40})$/i;
/**
 * As many digits without a name at the end, or under one that other vendors give it there, or anywhere under “signature” mistyped: in
 * capitals, with blanks, what is not seen or brackets, or an “s” and letters of that word.
 */
const MISNAMED =
  /(?:^|&)(?:((?:%20|%c2%a0|%e2%80%8b|%ef%bb%bf|[+\s])*(?:s[ignature]*|[\w-]*signature|[\w-]+[-_]sig)(?:%20|%c2%a0|%e2%80%8b|[+\s]|\[\d*\]|%5b\d*%5d)*)=([0-9a-f]{40})(?=&|$)|(?:(hmac|mac|hash|digest|sha1|token)=|(?<=&))([0-9a-f]{40})$)/i;

interface Elsewhere extends Pick<Note, "kind" | "sentence"> {
  readonly label: string;
  /** What is taken for it, with what joins it. */
  readonly taken: string;
  readonly digits: string;
}

/** A signature that LibPixel does not read, because it is no parameter `signature`. */
function elsewhere(text: string): Elsewhere | null {
  const [misnamed, alike, digitsAlike, other, digitsOther = ""] = MISNAMED.exec(text) ?? [];
  const name = alike ?? other;
  if (misnamed && name !== "signature") {
    const what = name ? `“${name}” holds 40 digits` : "40 digits without a name stand at the end";
    const sentence = `${what}, as many as a signature has. LibPixel reads one only from a parameter named “signature”: if these are the signature, name it so.`;
    return {
      kind: "signature-misnamed",
      sentence,
      label: "Name it “signature”",
      taken: misnamed,
      digits: digitsAlike ?? digitsOther,
    };
  }
  const [joined, digits = ""] = JOINED.exec(text) ?? [];
  if (!joined) return null;
  const sentence =
    "A signature stands at the end, but no parameter named “signature”: LibPixel sees an unsigned URL. It is joined with “?” where there is no query, else with “&”.";
  return { kind: "signature-joined", sentence, label: "Join it correctly", taken: joined, digits };
}

/** The “?” and every “&” of a query, escaped for a URL or as JavaScript has it. */
const ESCAPED =
  /^([^?]*?)(?:\?|%3f|\\x3f)((?:[\w.~-]+(?:=|%3d|\\x3d)(?:(?!%26|\\x26)[^&?])*(?:%26|\\x26))+signature(?:=|%3d|\\x3d)[0-9a-f]{40})$/i;
const SIGNS: readonly (readonly [spelling: RegExp, sign: string])[] = [
  [/%26|\\x26/gi, "&"],
  [/%3d|\\x3d/gi, "="],
];

/** A whole query whose own signs were escaped with it: it is none, and its signature is the end of a value or of the path. */
function escapedNote(url: UrlText): Note | null {
  const text = url.path + (url.query === null ? "" : `?${url.query}`);
  const [, path = "", escaped] = ESCAPED.exec(text) ?? [];
  // A source of its own is escaped rightly, and what signs it too.
  if (escaped === undefined || /:\/\/|%3A%2F%2F/i.test(text)) return null;
  const query = SIGNS.reduce((query, [spelling, sign]) => query.replace(spelling, sign), escaped);
  // A signature alone is joined wrongly.
  if (url.query !== null && !/&.*&/s.test(query) && !/\\x26/.test(escaped)) return null;
  return {
    kind: "delimiters-escaped",
    risk: true,
    sentence:
      "The signs that part the query are escaped, so LibPixel sees no parameter “signature” here. A tool that carried the URL escaped it, or code escaped the whole of it.",
    rewrite: { label: "Write them as they are", text: joinUrl({ ...url, path, query }) },
  };
}

/** Parameters in the path, because no “?” stands before them. @param digits of a signature that stands behind them */
export function inPathNote({ url, first }: InPath, digits?: string): Note {
  const query = `${url.query ?? ""}${digits === undefined ? "" : `&signature=${digits}`}`;
  const them = digits === undefined ? `“${first}”` : `“${first}” and the signature`;
  return {
    kind: "question-mark-missing",
    risk: true,
    sentence: `${them} ${digits === undefined ? "stands" : "stand"} in the path, for there is no “?” before the parameters. LibPixel reads none of them there.`,
    rewrite: { label: "Write “?” before them", text: joinUrl({ ...url, query }) },
  };
}

/** imgix, "Securing images": the MD5 of token, path and query, last in the query. */
const LIKE_IMGIX = /^(?!.*:\/\/[^&]*\?)(?:.*&)?s=[0-9a-f]{32}$/is;
const OF_ANOTHER_SERVICE: Note = {
  kind: "signature-of-another-service",
  risk: true,
  sentence:
    "“s” holds 32 digits at the end, as a signature of imgix’ does. LibPixel reads one of 40 digits from a parameter named “signature”: if “s” was meant as the signature, leave it out before you sign.",
};

/** What looks like the signature of a URL that has none by the rule, and a rewrite that puts it where LibPixel reads it. */
export function elsewhereNote({ typed, found: signature }: SigningRequest): Note[] {
  const escaped = signature ? null : escapedNote(typed);
  if (escaped) return [escaped];
  const found = signature ? null : elsewhere(typed.query ?? typed.path);
  if (!found && !signature && LIKE_IMGIX.test(typed.query ?? "")) return [OF_ANOTHER_SERVICE];
  if (!found) return [];
  const { kind, sentence, label, taken, digits } = found;
  const last = typed.query?.slice(typed.query.lastIndexOf("&") + 1) ?? typed.path;
  // A signed source has a signature of its own; one that is not escaped may end anywhere behind its own “?”.
  const isOfSource = /^[?%]/.test(taken) && /:\/\/|%3A%2F%2F/i.test(last);
  if (isOfSource || /:\/\/[^&]*\?/.test(typed.query ?? "")) return [];
  const path = typed.query === null ? typed.path.replace(taken, "") : typed.path;
  const [whole] = typed.query === null ? withQuestionMark({ ...typed, path }) : [];
  if (whole) return [inPathNote(whole, digits)];
  const rest = typed.query?.replace(taken, "").replace(/^&/, "") ?? "";
  const query = `${rest}${rest && "&"}signature=${digits}`;
  return [{ kind, risk: true, sentence, rewrite: { label, text: joinUrl({ ...typed, path, query }) } }];
}
