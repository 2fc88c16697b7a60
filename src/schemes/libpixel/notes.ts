import { withQuestionMark } from "../../mistakes/text/question-mark";
import type { Note, SigningRequest } from "../../signing/types";
import { fragmentNote, unescapedUrlNote } from "../notes";
import { options, otherOptions } from "./options";
import { inPathNote } from "./signature-elsewhere";

const NAMES = [...options.map((option) => option.name), ...otherOptions];

const UNESCAPED = {
  name: "src",
  kind: "unescaped-src",
  options: NAMES,
  signature: "signature",
} as const;

/** What LibPixel’s rule makes of this URL, where that may surprise. */
export function schemeNotes({ typed, unsigned, found }: SigningRequest): Note[] {
  const notes: Note[] = [];
  if (typed.query === "") {
    notes.push({
      kind: "question-mark-dropped",
      sentence: "The “?” has no query after it, so it is not signed.",
    });
  }
  if ((unsigned.path === "" || unsigned.path === "/") && /(?:^|&)src(?:[=&]|$)/.test(unsigned.query ?? "")) {
    notes.push({
      kind: "empty-path",
      sentence:
        "LibPixel’s page contradicts itself here: its example signs “?src=…”, its rule says that the path must begin with “/”. The rule holds: “/?src=…” is signed.",
    });
  }
  const [inPath] = unsigned.query === null ? withQuestionMark(unsigned) : [];
  if (inPath && NAMES.includes(inPath.first) && !/signature/i.test(unsigned.path))
    notes.push(inPathNote(inPath));
  notes.push(...fragmentNote({ typed, unsigned, found }));
  if (found?.misplaced === "signature-not-last") {
    notes.push({
      kind: "signature-not-last",
      risk: true,
      sentence: "LibPixel expects “signature” as the last parameter.",
    });
  }
  return [...notes, ...unescapedUrlNote(typed, UNESCAPED)];
}
