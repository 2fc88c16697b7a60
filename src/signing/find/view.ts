import { decodeEntity, ENTITY } from "./html";

/** The paste with a layer of writing undone as a whole, and where each of its characters stands in the paste. */
export interface View {
  readonly text: string;
  /** What was undone, the innermost first, as users read it. */
  readonly layers: readonly string[];
  /** The offset in the paste of an offset in `text`, in UTF-16 units. */
  place(at: number): number;
}

/** The paste as it is read: mail source and HTML that was itself escaped are undone, else it stays as it is. */
export function viewOf(pasted: string): View {
  let view: View = { text: pasted, layers: [], place: (at) => at };
  if (isQuotedPrintable(view.text))
    view = rewritten(view, "quoted-printable", /(?:=[0-9A-F]{2})+|=[ \t]*\r?\n/g, fromQuotedPrintable);
  if (/&lt;\/?[a-z!]|=&(?:quot|#34|#39);https?:/i.test(view.text))
    view = rewritten(view, "escaped HTML", ENTITY, decodeEntity);
  return view;
}

/**
 * True for mail source, where each `=` is written `=3D` or breaks a line: one parameter with a plain `=` shows that it is none.
 * A single `=3D` may be a value of its own (`view=3D`), unless it has the line breaks beside it.
 */
function isQuotedPrintable(text: string): boolean {
  if (/^content-transfer-encoding:[ \t]*quoted-printable/im.test(text)) return true;
  const first = text.indexOf("=3D");
  if (first < 0 || /[?&;][\w%.~-]{1,80}=(?!3D|[ \t]*\r?\n|$)/.test(text)) return false;
  return text.includes("=3D", first + 3) || /[^\s=]=[ \t]*\r?\n/.test(text);
}

/** RFC 2045, 6.7: a run of octets is UTF-8 in mail of today, else Latin-1; a soft line break is nothing. */
function fromQuotedPrintable(run: string): string {
  if (/\s/.test(run)) return "";
  const escapes = run.replaceAll("=", "%");
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)));
  }
}

function rewritten(
  view: View,
  layer: string,
  pattern: RegExp,
  write: (whole: string, ...groups: string[]) => string,
): View {
  const here: number[] = [0];
  const there: number[] = [0];
  let text = "";
  let from = 0;
  for (const match of view.text.matchAll(pattern)) {
    const [whole, ...groups] = match;
    text += view.text.slice(from, match.index) + write(whole, ...groups);
    from = match.index + whole.length;
    here.push(text.length);
    there.push(from);
  }
  text += view.text.slice(from);
  const place = (at: number) => {
    const index = lastAtMost(here, at);
    return view.place((there[index] ?? 0) + at - (here[index] ?? 0));
  };
  return { text, layers: [layer, ...view.layers], place };
}

/** The index of the last number that is at most this one; the numbers grow. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
