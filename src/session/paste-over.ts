import { isSigned } from "../signing/find/signed";

const ADDRESS = /https?:\/\//i;
/** What no URL has, so that another text begins behind it. */
const BEFORE = /[^\s<>"'`]*$/;
const BEHIND = /^[^\s<>"'`]*/;

/**
 * The field's text after a URL was pasted into another one, anywhere from its start to its end. The new URL takes the place of
 * the old one, because nobody wants two that are glued together. `null` where the paste is to be inserted as it is: beside a URL,
 * or as the value of a parameter, which may be an address.
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

/** True for an empty value and for one that looks like an address. A double click may as well have selected a number. */
function mayBeAddress(value: string): boolean {
  return value === "" || /[.:%]/.test(value);
}
