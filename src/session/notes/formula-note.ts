import type { Reading } from "../../signing/sign";
import type { Note } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";

/** A spreadsheet’s formula that puts the URL together with cells: what was read is only its first literal. */
export function formulaNote(pasted: string, { text }: Reading): Note[] {
  const url = joinUrl(text);
  const at = pasted.indexOf(`"${url}"`);
  if (at < 0 || !/^\s*=\s*(?:[A-Z.]+\(|")/i.test(pasted)) return [];
  const isJoined = /CONCAT|JOIN/i.test(pasted.slice(0, at)) ? /^\s*[&,;]/ : /^\s*&/;
  if (!isJoined.test(pasted.slice(at + url.length + 2))) return [];
  const sentence =
    "A formula puts this URL together, and only its first part was read. Paste the URL that the formula makes.";
  return [{ kind: "formula", risk: true, sentence }];
}
