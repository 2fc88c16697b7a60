import type { FoundSignature, Note, UrlText } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { fragmentNote, unescapedUrlNote } from "../notes";
import { options, otherOptions } from "./options";

/** A signature at the end that is no parameter `signature`, mostly for the wrong one of “?” and “&” before it. */
const JOINED = /(?:^|[?&]|%26)(?:amp;)*signature=([0-9a-f]{40})$/i;

function joinedNote(typed: UrlText): Note[] {
  const [end, digits] = JOINED.exec(typed.query ?? typed.path) ?? [];
  if (!end) return [];
  const last = typed.query?.slice(typed.query.lastIndexOf("&") + 1) ?? typed.path;
  // A signed source has a signature of its own.
  if (/:\/\/|%3A%2F%2F/i.test(last)) return [];
  const path = typed.query === null ? typed.path.slice(0, -end.length) : typed.path;
  const rest = typed.query?.slice(0, -end.length) ?? "";
  return [
    {
      kind: "signature-joined",
      risk: true,
      sentence:
        "A signature stands at the end, but no parameter named “signature”: LibPixel sees an unsigned URL. It is joined with “?” where there is no query, else with “&”.",
      rewrite: {
        label: "Join it correctly",
        text: joinUrl({ ...typed, path, query: `${rest}${rest && "&"}signature=${digits}` }),
      },
    },
  ];
}

const UNESCAPED = {
  name: "src",
  kind: "unescaped-src",
  options: [...options.map((option) => option.name), ...otherOptions],
  signature: "signature",
} as const;

/** What LibPixel’s rule makes of this URL, where that may surprise. */
export function schemeNotes(typed: UrlText, unsigned: UrlText, found: FoundSignature | null): Note[] {
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
  notes.push(...fragmentNote({ typed, unsigned }));
  if (found?.misplaced === "signature-not-last") {
    notes.push({
      kind: "signature-not-last",
      risk: true,
      sentence: "LibPixel expects “signature” as the last parameter.",
    });
  }
  if (!found) notes.push(...joinedNote(typed));
  return [...notes, ...unescapedUrlNote(typed, UNESCAPED)];
}
