import type { Note, SigningRequest } from "../../signing/types";
import { fragmentNote, unescapedUrlNote } from "../notes";
import { options, otherOptions } from "./options";
import { FORMATS, readPath, takenAsPage } from "./render-link";
import { TOKEN_AT_START } from "./token-text";

const UNESCAPED = {
  name: "url",
  kind: "unescaped-url",
  options: [...options.map((option) => option.name), ...otherOptions],
  signature: null,
} as const;

/** What Urlbox’s rule makes of this link, where that may surprise. */
export function schemeNotes(request: SigningRequest): Note[] {
  const { unsigned, found, built } = request;
  const typed = built ? unsigned : request.typed;
  const format = readPath(unsigned.path).format ?? "";
  const notes: Note[] = built
    ? [
        {
          kind: "render-link-built",
          sentence: takenAsPage(request.typed, ", and the link was built from it."),
        },
      ]
    : [];
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
