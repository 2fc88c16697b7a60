import type { Telling } from "../mistake";

/** What takes out raw characters and line breaks is no more likely than others to take out these. */
export function takenOut(written: string): Telling | undefined {
  if (/^(?:%0[ad])+$/i.test(written) || ESC_URL.includes(written)) return undefined;
  if (/^(?:%20|%C2%A0)$/.test(written)) return OF_SPACES;
  return /^[*_]$/.test(written) ? OF_MARKDOWN : BY_ANYONE;
}

/** What WordPress’s esc_url does not let stand in a URL (wp-includes/formatting.php). */
const ESC_URL = '"<>{}^`\\';

const SIGNED_ONLY = "Characters were signed that were not sent.";

export const BY_ANYONE: Telling = {
  title: SIGNED_ONLY,
  why: "Either a filter of input, an editor or whoever copied the URL took them out after signing, or the string was made of another text than the URL. The digits fit both.",
  fix: "Percent-encode all values, sign the finished query, and send that same text.",
};

const OF_SPACES: Telling = {
  title: "A space was signed that was not sent.",
  why: "Either it was taken out after signing: web pages show several spaces as one, and forms, editors and CMSs leave out those at an end. Or the string was made of another text than the URL. The digits fit both.",
  fix: "Clean the white space of each value first, then sign the finished query and send that same text.",
};

export const OF_MARKDOWN: Telling = {
  title: SIGNED_ONLY,
  why: "Either what reads Markdown took them for marks of emphasis after signing, or the string was made of another text than the URL. The digits fit both.",
  fix: "Copy the URL from a code block or from where it was made.",
};
