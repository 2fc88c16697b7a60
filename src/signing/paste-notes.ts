import type { FoundUrl } from "./find/candidates";
import type { Note, Result, SigningRequest } from "./types";
import { leftOut } from "./url-text";

/** The request with what is to be said of the paste that it was read from. */
export function withPasteNotes(
  request: Result<SigningRequest>,
  pasted: string,
  found: FoundUrl | null,
  ofAddress: readonly Note[],
): Result<SigningRequest> {
  if (!request.ok) return request;
  const notes = [
    ...(found && !isAll(found, pasted) ? foundNotes(found) : trimmedNote(pasted)),
    ...addressNotes(request.value, ofAddress),
  ];
  return {
    ok: true,
    value: {
      ...request.value,
      notes: [...notes, ...request.value.notes],
    },
  };
}

/** True where the URL is the whole paste, also as a path alone. */
function isAll({ url, layers }: FoundUrl, pasted: string): boolean {
  return layers.length === 0 && url === pasted.trim();
}

/** What the URL was taken out of, the innermost first. */
function foundNotes({ layers, start }: FoundUrl): Note[] {
  const where = layers.length > 0 ? layers.join(" inside ") : "the pasted text";
  const note: Note = { kind: "found", sentence: `The URL was found in ${where}; only the URL is signed.` };
  if (start !== null || !layers.includes("HTML")) return [note];
  return [note, { kind: "html-unescaped", sentence: "HTML writes “&” as “&amp;”: it was read as “&”." }];
}

function trimmedNote(pasted: string): Note[] {
  if (pasted.trim() === pasted) return [];
  return [
    {
      kind: "trimmed",
      sentence: "White space around the URL was left out.",
      changes: leftOut(pasted.replace(pasted.trim(), "")),
    },
  ];
}

/** A path without a host, and what is known of the URL and its place. */
function addressNotes({ typed }: SigningRequest, ofAddress: readonly Note[]): readonly Note[] {
  if (typed.origin !== "" || !/^\//.test(typed.path)) return ofAddress;
  const anyHost = {
    kind: "any-host",
    sentence: "No host is named here. The host is not signed, so this holds for any host.",
  };
  return [anyHost, ...ofAddress];
}
