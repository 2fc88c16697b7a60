import type { Change, Note, UrlText } from "../signing/types";
import { cutQuery, escapeText, joinUrl } from "../signing/url-text";

/** What was changed before signing (prepareUrl), said once for every scheme. */
export function preparationNotes(escaped: readonly Change[], removed: number): Note[] {
  const notes: Note[] = [];
  if (removed > 0) {
    notes.push({
      kind: "line-breaks-removed",
      sentence: "Tabs and line breaks inside the URL were removed, as a browser does.",
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

/** An address inside the query that was not percent-encoded, and a rewrite that encodes it. */
export function unescapedUrlNote(
  unsigned: UrlText,
  name: string,
  kind: "unescaped-src" | "unescaped-url",
): Note[] {
  const parameters = cutQuery(unsigned.query ?? "");
  const parameter = parameters.find(
    (candidate) => candidate.name === name && /[:/?]/.test(candidate.value ?? ""),
  );
  if (!parameter) return [];
  const query = parameters
    .map((other) => (other === parameter ? `${name}=${escapeText(parameter.value ?? "")}` : other.text))
    .join("&");
  return [
    {
      kind,
      sentence: `The address in “${name}” is not percent-encoded. That works until it has a “?”, “&” or “#” of its own: what follows is then cut off.`,
      rewrite: { label: `Escape ${name}`, text: joinUrl({ ...unsigned, query }) },
    },
  ];
}
