import type { FoundSignature, Note, Problem, UrlText } from "../../signing/types";
import { fragmentNote, unescapedUrlNote } from "../notes";
import { options, otherOptions } from "./options";
import { FORMATS } from "./render-link";
import { TOKEN_AT_START } from "./token-text";

/** Behind an `&` that HTML or JSON escaped; WordPress's `&#038;` leaves it behind the “#”. */
const ESCAPED_TARGET = /(?:amp;|#0{0,6}38;|\\u0026)(?:url|html)=/;

/** What keeps a query from being rendered; `null` where nothing does. */
export function checkQuery(query: string | null, fragment: string | null): Problem | null {
  if (query === null || query === "") {
    return {
      kind: "no-query",
      sentence:
        "The render link has no query, and the query is what Urlbox signs. Add the page to capture: ?url=…",
    };
  }
  if (/(?:^|&)(?:url|html)(?:[=&]|$)/.test(query)) return null;
  const whole = fragment !== null && /^0{0,6}38;/.test(fragment) ? `${query}#${fragment}` : query;
  if (ESCAPED_TARGET.test(whole)) return null;
  return {
    kind: "no-target",
    sentence:
      "The query names neither “url” nor “html”, so there is nothing to render. Add the page to capture: url=…",
  };
}

const UNESCAPED = {
  name: "url",
  kind: "unescaped-url",
  options: [...options.map((option) => option.name), ...otherOptions],
  signature: null,
} as const;

/** What Urlbox’s rule makes of this link, where that may surprise. */
export function schemeNotes(
  typed: UrlText,
  unsigned: UrlText,
  format: string,
  found: FoundSignature | null,
): Note[] {
  const notes: Note[] = [];
  // A token there is told by itself.
  if (!FORMATS.includes(format.toLowerCase()) && (found || !TOKEN_AT_START.test(format))) {
    notes.push({
      kind: "unknown-format",
      risk: true,
      sentence: `“${format.slice(0, 40)}” is no format that Urlbox is known to render. Its documents name ${FORMATS.slice(0, 8).join(", ")}.`,
    });
  }
  if (found?.misplaced && found.misplaced !== "signature-twice") {
    notes.push({
      kind: "token-misplaced",
      risk: true,
      sentence: "Urlbox reads the token only between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
    });
  }
  notes.push(...fragmentNote({ typed, unsigned, found }));
  return [...notes, ...unescapedUrlNote(typed, UNESCAPED)];
}
