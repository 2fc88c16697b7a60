import type { UrlText } from "../../signing/types";
import type { Telling } from "../mistake";

const BARE = /%(?![0-9a-f]{2})/i;

/** Whether a “%” that begins no escape stands in the other URL and not in the one that was sent: it is valid in none. */
export const baresPercent = (sent: UrlText, other: UrlText): boolean =>
  hasBarePercent(other) && !hasBarePercent(sent);

/** Whether a “%” that begins no escape stands in it. */
export const hasBarePercent = (url: UrlText): boolean => isBare(textOf(url));

/** The same of a text. */
export const isBare = (text: string): boolean => BARE.test(text);

/**
 * What is told of a URL that differs from the sent one by nothing but “%” for “%25”: by its digits it was decoded before it was signed, or encoded
 * once more after it. Absent where no “%” is bare, for then the likelier of the two is taken.
 */
export function bareTelling(sent: UrlText, signed: UrlText): Telling | undefined {
  const isSame = once(textOf(sent)) === once(textOf(signed));
  return isSame && baresPercent(sent, signed) ? SIGNED_BARE : undefined;
}

const textOf = ({ path, query }: UrlText) => `${path}?${query ?? ""}`;

const once = (text: string) => text.replaceAll("%25", "%");

const SIGNED_BARE: Telling = {
  title: "A “%” was signed as it is where “%25” was sent.",
  why: "Either the text was signed decoded, as frameworks hand out paths and parameters; or the URL was built and signed with a bare “%”, and a template, a redirect or an HTTP library encoded it once more. The digits fit both, but a bare “%” makes no valid URL.",
  fix: "Write a “%” as “%25” before the URL is signed, and sign the text that is sent.",
  isDoubtful: true,
};

/** What is told where a “%” that begins no escape was sent, and none was signed. */
export const SENT_BARE: Telling = {
  title: "A “%” was signed as “%25”, and sent as it is.",
  why: "A “%” that begins no escape makes no valid URL: servers refuse it, or read it as they like. The code that signs escapes it, and what was sent was built by hand or decoded on the way.",
  fix: "Send the text that was signed.",
  isDamage: true,
};
