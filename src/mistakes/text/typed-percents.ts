import { escapeText } from "../../signing/escapes";
import type { SigningRequest } from "../../signing/types";
import { joinUrl, withoutBreaks } from "../../signing/url-text";

/**
 * Where the string has a “%” that was typed, in UTF-16 units, in their order. Blanks and letters that were typed raw stand in it as
 * escapes, too, but code that never saw the escapes cannot have stumbled over their “%”.
 */
export function typedPercents(string: string, { typed, unsigned, found }: SigningRequest): number[] {
  const places = Array.from(string.matchAll(/%/g), ({ index }) => index);
  const start = found ? joinUrl(typed).indexOf(found.text) : -1;
  const cut = joinUrl(typed);
  const text = found && start >= 0 ? cut.slice(0, start) + cut.slice(start + found.text.length) : cut;
  const from = string.startsWith(unsigned.path) ? typed.origin.length : text.indexOf("?");
  const isTyped = percentsOf(withoutBreaks(text.slice(Math.max(0, from))));
  return places.filter((_, number) => isTyped[number] ?? true);
}

/** For each “%” that the text has once it is escaped, whether it was there before. */
function percentsOf(text: string): boolean[] {
  return Array.from(text.matchAll(/%|[^\x21-\x7e]+/g), ([run]) =>
    run === "%" ? [true] : Array.from(escapeText(run).matchAll(/%/g), () => false),
  ).flat();
}
