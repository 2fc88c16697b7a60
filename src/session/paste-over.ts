import { isSigned } from "../signing/find/signed";

const ADDRESS = /https?:\/\//i;
/** What no URL has, so that another text begins behind it. */
const BEFORE = /[^\s<>"'`]*$/;
const BEHIND = /^[^\s<>"'`]*/;
/** A parameter that has an address as its value. */
const PARAMETER = /^[^\s=/?&#:]+=https?:\/\//i;
const ORIGIN = /^https?:\/\/[^/?#\s]*\/?$/i;

/**
 * The field's text after a URL was pasted into another one, anywhere from its start to its end. The new URL takes the place of
 * the old one, because nobody wants two that are glued together. `null` where the paste is to be inserted as it is: beside a URL, on
 * a line of its own, as parameters or the value of one, which may be an address, or as another scheme and host.
 */
export function pasteOver(text: string, start: number, end: number, pasted: string): string | null {
  if (!ADDRESS.test(pasted) || /^\s*[\r\n]/.test(pasted)) return null;
  const left = BEFORE.exec(text.slice(0, start))?.[0] ?? "";
  const right = BEHIND.exec(text.slice(end))?.[0] ?? "";
  const selected = text.slice(start, end);
  if (left + right === "" || !ADDRESS.test(left + selected + right)) return null;
  if (left === "" && ORIGIN.test(selected) && ORIGIN.test(pasted)) return null;
  if (isOfQuery(left, selected, pasted) && !isSigned(pasted)) return null;
  return text.slice(0, start - left.length) + pasted + text.slice(end + right.length);
}

/** Whether a paste is the value of a parameter, or a parameter that begins where one may. */
function isOfQuery(left: string, selected: string, pasted: string): boolean {
  if (left.endsWith("=")) return mayBeAddress(selected);
  const parameter = /[?&]$/.test(left) ? pasted : /^[?&](.*)/s.exec(pasted)?.[1];
  return left !== "" && PARAMETER.test(parameter ?? "");
}

/** True for an empty value and for one that looks like an address. A double click may as well have selected a number. */
function mayBeAddress(value: string): boolean {
  return value === "" || /[.:%]/.test(value);
}
