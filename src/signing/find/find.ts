import type { Rule } from "../rule";
import type { Note } from "../types";
import { cutUrl, hostOf } from "../url-text";
import type { FoundUrl } from "./candidates";
import { opaqueCarrier } from "./carriers";
import { findUrl } from "./find-url";
import type { Finding } from "./finding";
import { gluedNotes } from "./glued";
import { isSigned } from "./signed";
import { heldBy } from "./unlisted";

/** The URL in a paste, and whether it hides another. Pure, linear in the text's length. */
export function find(pasted: string, rule: Pick<Rule, "recognises">): Finding {
  const found = findUrl(pasted, rule);
  const notes = found ? [...gluedNotes(pasted, found), ...besideNotes(pasted, found)] : [];
  const url = found?.url ?? pasted.trim();
  const held = rule.recognises(cutUrl(url)) ? [] : heldNotes(url);
  return { found, notes: [...held, ...opaqueNotes(url), ...notes], problem: null };
}

/** A signed URL in another one that may have it as its source. */
function heldNotes(url: string): Note[] {
  const inner = heldBy(url);
  if (inner === null) return [];
  return [
    {
      kind: "holds-signed",
      sentence: `In it stands a URL of ${hostOf(cutUrl(inner).origin)} that is signed already. Where that one is to be checked, read it alone.`,
      rewrite: { label: "Read that one", text: inner },
    },
  ];
}

/** How much of the text behind a URL is looked at. */
const BEHIND = 4000;
/** Not a parameter of another URL. */
const BESIDE =
  /(?<![?&\w])(signature|token)["'“”]?\s*(?:==?|=>|:|,)\s*["'“]?[\da-f]{40}(?:[\da-f]{24})?(?![\da-f])/i;

/** Parameters that code, a command or a log names beside the URL to which it adds them. */
function besideNotes(pasted: string, { place, start, url }: FoundUrl): Note[] {
  if (isSigned(url)) return [];
  const end = start === null ? place.end : start + url.length;
  const name = BESIDE.exec(pasted.slice(end, end + BEHIND))?.[1];
  if (name === undefined) return [];
  return [
    {
      kind: "signature-beside",
      risk: true,
      sentence: `Beside the URL stands a “${name}” that was not read, because it is no part of the URL here. Paste the URL as it is sent, with all its parameters in it.`,
    },
  ];
}

/** A link whose address only another service knows. */
function opaqueNotes(url: string): Note[] {
  const opaque = isSigned(url) ? null : opaqueCarrier(url);
  if (opaque === null) return [];
  return [
    {
      kind: "opaque-carrier",
      sentence: `This is a link of ${opaque}, and only ${opaque} knows where it leads: nothing can be read from it. Open it, and paste the address that it leads to.`,
    },
  ];
}
