import type { Note } from "../types";
import { type IsVendors, isSigned, rank } from "./signed";

const ANOTHER = /(?<=[\da-z])https?:\/\//gi;
const SIGNATURE_BEFORE = /[?&;]signature=(?:[\da-f]{64}|[\da-f]{40})$/i;
const ESCAPE_BEFORE = /%[\da-f]{2}$/i;
/** How many URLs inside of one are looked at. */
const MOST = 40;

/**
 * Where in a text that begins with a URL another one begins right behind it, as when a URL is pasted behind one that stands in the field;
 * `null` where none does. Behind a whole signature it is another; behind any other letter or digit where each of the two is signed
 * or the vendor's.
 */
export function gluedAt(text: string, isVendors: IsVendors): number | null {
  let count = 0;
  for (const { index } of text.matchAll(ANOTHER)) {
    if (index === 0) continue;
    if (count++ === MOST) break;
    if (SIGNATURE_BEFORE.test(text.slice(Math.max(0, index - 80), index))) return index;
    const before = text.slice(0, index);
    const [behind = ""] = /^\S*/.exec(text.slice(index)) ?? [];
    // In a value or a folder of a URL that is not signed yet it may belong to that one, whose signature stands behind it.
    const isWhole = before.includes("?") || /\.[a-z\d]{2,5}$/i.test(before);
    const isOther = isSigned(before) || (isWhole && behind.includes("?"));
    if (ESCAPE_BEFORE.test(before) || !isOther) continue;
    if (rank(before, isVendors) > 0 && rank(behind, isVendors) > 0) return index;
  }
  return null;
}

/** What stands in the text two, three or four times and nothing else, where it is signed: a URL, also without its host. */
export function repeated(text: string): string | null {
  for (const count of [2, 3, 4]) {
    const part = text.slice(0, text.length / count);
    if (text.length % count === 0 && isSigned(part) && !/["<>`]/.test(part) && text === part.repeat(count))
      return part;
  }
  return null;
}

/** Whether a text begins with “https://” and then with a URL, as where that was typed before a URL was pasted, or a host has it already. */
export function hasSchemeTwice(text: string): boolean {
  return /^https?:\/\/https?:\/\//i.test(text);
}

/** A URL that was found, and where. */
interface Placed {
  readonly url: string;
  readonly place: { readonly start: number; readonly end: number };
}

/** What is told of a URL to which another one, or its beginning, is glued. */
export function gluedNotes(pasted: string, { url, place }: Placed): Note[] {
  if (/https?:\/\/$/i.test(pasted.slice(0, place.start)))
    return [
      {
        kind: "scheme-twice",
        risk: true,
        sentence:
          "Before it stands another “https://”, which was left out. A URL that is sent with both reaches no server.",
        rewrite: { label: "Leave it out", text: url },
      },
    ];
  const behind = pasted.slice(place.end);
  const isSame = place.end > place.start && behind.startsWith(pasted.slice(place.start, place.end));
  if (!isSame && !/^https?:\/\//i.test(behind)) return [];
  return [
    {
      kind: "glued",
      risk: true,
      sentence: `${isSame ? "The same URL begins again" : "Another URL begins"} right behind it, with nothing between. What is sent like that is one URL, and a broken one.`,
      ...(isSame && { rewrite: { label: "Keep the first", text: url } }),
    },
  ];
}
