import { decodeEntities } from "../signing/find/html";
import type { Note, SigningRequest } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { isCutByHtml } from "./notes";

/** What was done to the text of the URL on its way here, in whatever vendor's hands it ends. */
export function damageNotes(request: SigningRequest, signature: string): Note[] {
  return [...cutByHtml(request), ...shortened(request, signature)];
}

/** The “#” of a numeric spelling cuts the URL off as any other does. */
function cutByHtml({ typed }: SigningRequest): Note[] {
  if (!isCutByHtml(typed)) return [];
  const spelling = `&#${typed.fragment?.split(";")[0]};`;
  return [
    {
      kind: "cut-by-html",
      risk: true,
      sentence: `“${spelling}” is HTML’s spelling of “${decodeEntities(spelling)}”. Sent as it stands here, its “#” ends the URL: what follows is not signed and never arrives.`,
      rewrite: { label: "Undo HTML’s spelling", text: decodeEntities(joinUrl(typed).replaceAll(AGAIN, "&")) },
    },
  ];
}

/** An “&” that was escaped more than once. */
const AGAIN = /&(?:amp;)+(?=#|amp;)/gi;

/**
 * What programs write for a part of a URL that is too long to be shown: “…” in its host or path, or anywhere where no signature
 * is read any more. In the place of the signature it is told by itself.
 */
function shortened({ typed, found }: SigningRequest, signature: string): Note[] {
  if (found && (found.text === signature || found.text.includes("…"))) return [];
  const head = typed.origin + typed.path;
  if (!found && !MAY_BE_SIGNED.test(joinUrl(typed))) return [];
  const cut = (found ? /…/.exec(head) : /…|\.{3}/.exec(head + (typed.query ?? "")))?.[0];
  if (cut === undefined) return [];
  const sentence = `“${cut}” stands in the URL. If a program shortened it there to show it, a part is missing: copy the whole URL.`;
  return [{ kind: "shortened", risk: true, sentence }];
}

const MAY_BE_SIGNED = /signature|[\da-f]{40}/i;
