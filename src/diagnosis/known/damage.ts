import { isTracker } from "../../mistakes/text/added-names";
import { fromHtml } from "../../mistakes/text/respell";
import { replaceUrl } from "../../signing/sign";
import type { UrlText } from "../../signing/types";
import { cutQuery, joinUrl } from "../../signing/url-text";
import type { Fact, Family, SignedCase } from "./fact";

/**
 * Marks of what was done to the finished URL. Each may as well have been signed as it stands, so that none is more than likely;
 * each has an undo, with which the page looks again.
 */
export const damageFacts: Family = (signed) =>
  [htmlEscaped, doubleEncoded, tracked].flatMap((tell) => tell(signed) ?? []);

const ENTITY = /&(?:amp|quot|lt|gt|apos|#0{0,6}3[489]|#x0{0,6}2[267]);/gi;

function htmlEscaped(signed: SignedCase): Fact | null {
  const { typed } = signed.request;
  const text = `${typed.path}?${typed.query ?? ""}${typed.fragment === null ? "" : `#${typed.fragment}`}`;
  const found = [...new Set(text.match(ENTITY) ?? [])];
  if (found.length === 0) return null;
  return {
    kind: "html-entities",
    grade: "likely",
    sentence: `${quoted(found)} ${found.length === 1 ? "stands" : "stand"} in the URL: probably copied from HTML source.`,
    about: "HTML writes “&” as “&amp;”; a browser turns it back, what reads plain text does not.",
    ...undo(signed, fromHtml(typed)),
  };
}

const ESCAPE = /%[0-9a-f]{2}/gi;
/** What encoders write of the signs in an address. */
const ENCODED_TWICE = /%25(?:3a|2f|3f|3d|26|20|2b|23)/i;

/** An escape that was escaped again beside one that was not belongs to an address inside an address, and is right. */
function doubleEncoded(signed: SignedCase): Fact | null {
  const { typed } = signed.request;
  const text = typed.path + (typed.query ?? "");
  const isAll = (text.match(ESCAPE) ?? []).every((code) => code === "%25");
  const once = (part: string) => part.replaceAll("%25", "%");
  // What was encoded twice was an escape before: “%25%2520” is the text “%%20”.
  if (!isAll || !ENCODED_TWICE.test(text) || /%(?![\da-f]{2})/i.test(once(text))) return null;
  return {
    kind: "double-encoding",
    grade: "likely",
    sentence: "Every “%” in the URL is written “%25”: it was probably percent-encoded twice.",
    about: "A template, a library or a redirect encoded the finished URL again.",
    ...undo(signed, { ...typed, path: once(typed.path), query: typed.query && once(typed.query) }),
  };
}

/**
 * What adds to a finished link adds at its end: trackers before the signature or an option were there when it was signed. Behind a
 * “?” that was not escaped they may be the page’s own.
 */
function tracked({ scheme, request: { typed } }: SignedCase): Fact | null {
  const { signatureParameter, options } = scheme;
  const parameters = cutQuery(typed.query ?? "");
  const last = parameters.findLastIndex(({ name }) =>
    signatureParameter === null
      ? options.some((option) => option.name === name)
      : name === signatureParameter,
  );
  const isOpen = signatureParameter === null && parameters.some(({ value }) => value?.includes("?"));
  if (last < 0 || isOpen) return null;
  const behind = parameters.slice(last + 1).map(({ name }) => name);
  const names = [...new Set(behind.filter(isTracker))];
  if (names.length === 0) return null;
  return {
    kind: "trackers",
    grade: "likely",
    sentence: `${quoted(names)} ${names.length === 1 ? "was" : "were"} probably added after signing.`,
    about: "Newsletters, analytics and ad platforms add such parameters to finished links.",
  };
}

function quoted(texts: readonly string[]): string {
  const told = texts.slice(0, 4).map((text) => `“${text}”`);
  return told.join(", ") + (texts.length > 4 ? ` and ${texts.length - 4} more` : "");
}

/** One click that takes it away. */
export function undo(
  { pasted, reading, request: { typed } }: SignedCase,
  mended: UrlText,
): Pick<Fact, "rewrite"> {
  const text = joinUrl(mended);
  if (text === joinUrl(typed)) return {};
  return { rewrite: { label: "Undo it", text: replaceUrl(pasted, reading, text) } };
}
