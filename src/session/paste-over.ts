import { isSigned } from "../signing/find/signed";

const ADDRESS = /https?:\/\//i;
/** What no URL has, so that another text begins behind it. */
const BEFORE = /[^\s<>"'`]*$/;
const BEHIND = /^[^\s<>"'`]*/;

/**
 * The text that a paste leaves where it holds a URL and falls into another one, anywhere from its start to its end: two that
 * are glued together are nobody's, so the new one takes the place of the old one. `null` where the paste only adds its text: in
 * a place of its own, or as the value of a parameter, which may be an address.
 */
export function pasteOver(text: string, start: number, end: number, pasted: string): string | null {
  if (!ADDRESS.test(pasted)) return null;
  const left = BEFORE.exec(text.slice(0, start))?.[0] ?? "";
  const right = BEHIND.exec(text.slice(end))?.[0] ?? "";
  const selected = text.slice(start, end);
  if (left + right === "" || !ADDRESS.test(left + selected + right)) return null;
  if (left.endsWith("=") && mayBeAddress(selected) && !isSigned(pasted)) return null;
  return text.slice(0, start - left.length) + pasted + text.slice(end + right.length);
}

/** A value that was an address, or none at all; not the number on which a double click fell. */
function mayBeAddress(value: string): boolean {
  return value === "" || /[.:%]/.test(value);
}
