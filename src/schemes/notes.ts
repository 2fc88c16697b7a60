import type { Change, Note, UrlText } from "../signing/types";
import { cutQuery, escapeText, joinUrl } from "../signing/url-text";

/** What was changed before signing (prepareUrl), said once for every scheme. */
export function preparationNotes(escaped: readonly Change[], removed: readonly Change[]): Note[] {
  const notes: Note[] = [];
  if (removed.length > 0) {
    notes.push({
      kind: "line-breaks-removed",
      sentence: "Tabs and line breaks inside the URL were removed, as a browser does.",
      changes: removed,
    });
  }
  if (escaped.length > 0) {
    notes.push({
      kind: "escaped",
      sentence: "Characters that no request can carry raw were percent-encoded before signing.",
      changes: escaped,
    });
  }
  return notes;
}

/** Encoders may leave “:” or “/” raw; what they wrote is escaped all the same. */
const BEGINS_ESCAPED = /^[a-z][a-z\d+.-]*(?:%3a|:(?:%2f|\/%2f))/i;

/** An address inside the query that was not percent-encoded, and a rewrite that encodes it. */
export function unescapedUrlNote(
  unsigned: UrlText,
  name: string,
  kind: "unescaped-src" | "unescaped-url",
): Note[] {
  const parameters = cutQuery(unsigned.query ?? "");
  const at = parameters.findIndex(
    ({ name: own, value }) =>
      own === name && value !== null && (BEGINS_ESCAPED.test(value) ? /\?/ : /[:/?]/).test(value),
  );
  const value = parameters[at]?.value;
  if (!value) return [];
  const escaped = BEGINS_ESCAPED.test(value)
    ? value.replace(/(%[\da-f]{2})|[^%]+|%/gi, (run, kept) => kept ?? escapeText(run))
    : escapeText(value);
  const query = parameters.map(({ text }, index) => (index === at ? `${name}=${escaped}` : text)).join("&");
  return [
    {
      kind,
      risk: true,
      sentence: `The address in “${name}” is not percent-encoded. That works until it has a “?”, “&” or “#” of its own: what follows is then cut off.`,
      rewrite: { label: `Escape ${name}`, text: joinUrl({ ...unsigned, query }) },
    },
  ];
}
