import { unescapeValue } from "../../signing/escapes";
import { diffText, type Segment } from "../text-diff/diff";
import { bareOf, nameOf, type Piece } from "./align";

/** Values up to this long are compared whole, unless they mean the same. */
const SHORT = 24;

/** What of a parameter’s or a path’s text differs: a short value whole, of a longer one the characters. */
export function segmentsOf(signed: Piece, sent: Piece): readonly Segment[] {
  const [from, to] = [bareOf(signed), bareOf(sent)];
  const name = nameOf(signed);
  const isValue = name !== null && name === nameOf(sent) && unescapeValue(from) !== unescapeValue(to);
  const head = name === null ? 0 : name.length + 1;
  const [old, now] = [from.slice(head), to.slice(head)];
  const isShort = Math.max(old.length, now.length) <= SHORT;
  if (!isValue || !isShort || old === "" || now === "" || isPartOf(old, now)) return byEscape(from, to);
  return [
    { kind: "same", text: from.slice(0, head) },
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ];
}

/** With a few characters more at an end, or with signs or escapes in it that stand for no letter or digit: then those alone differ. */
function isPartOf(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b].sort((one, other) => one.length - other.length);
  if (isNumber(a) && isNumber(b)) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.slice(same);
  if (!long.endsWith(rest)) return false;
  const surplus = long.slice(same, long.length - rest.length);
  const isAtEnd = long.startsWith(short) || long.endsWith(short);
  return (
    (isAtEnd && short.length > 2 && surplus.length <= 4) ||
    /^(?:%[0-9A-F]{2}|[^\w%]|«secret»)+$/i.test(surplus)
  );
}

const isNumber = (text: string) => /^\d[\d.,]*$/.test(text);

/** Compared with each escape as one character. */
function byEscape(from: string, to: string): Segment[] {
  const names = new Map<string, string>();
  const chars = new Map<string, string>();
  const pack = (text: string) =>
    text.replace(/%[0-9A-Fa-f]{2}/g, (triplet) => {
      const char = names.get(triplet) ?? String.fromCodePoint(0xf0000 + names.size);
      names.set(triplet, char);
      chars.set(char, triplet);
      return char;
    });
  const packed = slidLeft(diffText(pack(from), pack(to)));
  return packed.map(({ kind, text }) => ({
    kind,
    text: Array.from(text, (char) => chars.get(char) ?? char).join(""),
  }));
}

/** Of “=3D3” beside “=3”, “3D” is new as well as “D3”: what can be read so begins where it can begin first. */
function slidLeft(segments: readonly Segment[]): readonly Segment[] {
  const [before, change, after] = segments;
  if (segments.length !== 3 || before?.kind !== "same" || after?.kind !== "same" || !change) return segments;
  let by = 0;
  const text = before.text + change.text;
  while (by < before.text.length && text[before.text.length - 1 - by] === text[text.length - 1 - by]) by++;
  const at = before.text.length - by;
  return [
    { kind: "same" as const, text: text.slice(0, at) },
    { kind: change.kind, text: text.slice(at, at + change.text.length) },
    { kind: "same" as const, text: text.slice(at + change.text.length) + after.text },
  ].filter((segment) => segment.text !== "");
}
