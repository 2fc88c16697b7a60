import { readBlobs } from "./base64";
import type { Change, Encoded } from "./encoded";
import { decodeEntity, ENTITY } from "./html";
import { readBase64, readQuotedPrintable } from "./mail";

/** The paste with a layer of writing undone as a whole, and where each of its characters stands in the paste. */
export interface View {
  readonly text: string;
  /** False where the text is the paste itself. */
  readonly isRewritten: boolean;
  /** What was undone around an offset in `text`, the innermost first, as users read it. */
  layersAt(at: number): readonly string[];
  /** The offset in the paste of an offset in `text`, in UTF-16 units. */
  place(at: number): number;
}

/** The paste as it is read: a mail's encodings, a terminal's colours and HTML that was itself escaped are undone. */
export function viewOf(pasted: string): View {
  let view: View = { text: pasted, isRewritten: false, layersAt: () => [], place: (at) => at };
  view = rewritten(view, "base64", readBase64(view.text));
  view = rewritten(view, "quoted-printable", readQuotedPrintable(view.text));
  view = rewritten(view, "coloured terminal output", readColours(view.text));
  view = rewritten(view, "a trace of curl", readTrace(view.text));
  view = rewritten(view, "an address that was made harmless", readDefanged(view.text));
  return rewritten(view, "escaped HTML", readEscapedHtml(view.text));
}

/** The same with the texts opened that stand in base64 inside of it; `null` where there are none. */
export function withBlobs(view: View): View | null {
  const opened = rewritten(view, "base64", readBlobs(view.text));
  return opened === view ? null : opened;
}

function readEscapedHtml(text: string): Encoded | null {
  if (!/&lt;\/?[a-z!]|=&(?:quot|#34|#39);https?:/i.test(text)) return null;
  return everywhere(text, ENTITY, decodeEntity);
}

/** What switches a colour or clears a line, also as a log in JSON or a shell script writes it, and where only its first character was lost. */
const COLOUR = /(?:(?!\s)\p{Cc}|\\u001b|\\x1b|\\033|\\e)\[[\d;]{0,20}[mK]/giu;
const BARE_COLOUR = /\[(?:\d{1,2}(?:;\d{1,3}){0,4})?m(?=\s|https?:|$)/gi;

function readColours(text: string): Encoded | null {
  if (new RegExp(COLOUR).test(text)) return everywhere(text, COLOUR, () => "");
  return /(?:^|\s)\[\d{1,2}(?:;\d{1,3}){0,4}mhttps?:/i.test(text)
    ? everywhere(text, BARE_COLOUR, () => "")
    : null;
}

/** curl’s trace has 64 characters in a line, each with its offset before. */
function readTrace(text: string): Encoded | null {
  return TRACED.test(text) ? everywhere(text, /(?<=\n[\da-f]{4}: .{64})\r?\n[\da-f]{4}: /g, () => "") : null;
}

const TRACED = /^(?:=> )?Send header, \d+ bytes/m;

/** Reports of security write `hxxps://`, `[.]` and `[:]` so that nobody follows the link. */
function readDefanged(text: string): Encoded | null {
  if (!/\bhxxps?\b|\[\.\]|\[dot\]|\[:(?:\/\/)?\]/i.test(text)) return null;
  const { bodies, changes } = everywhere(text, DEFANGED, (whole) =>
    whole
      .replace(/^hxxp/i, "http")
      .replace(/\[(:(?:\/\/)?|\.)\]/g, "$1")
      .replace(DEFANGED_DOT, "."),
  );
  const all = changes.flatMap((change, at) => {
    const end = Math.min(change.end + LONGEST, changes[at + 1]?.start ?? text.length);
    return [change, ...dotsBehind(text.slice(change.end, end), change.end)];
  });
  return { bodies, changes: all };
}

/** Some programs write every dot of a URL so, not those of its host alone. */
function dotsBehind(text: string, start: number): Change[] {
  const rest = /^[^\s"<>]*/.exec(text)?.[0] ?? "";
  return [...rest.matchAll(DEFANGED_DOT)].map(({ 0: dot, index }) => ({
    start: start + index,
    end: start + index + dot.length,
    text: ".",
  }));
}

const DEFANGED_DOT = /\[\.\]|\[dot\]|\(\.\)/gi;
/** How far a URL may go on behind its host. */
const LONGEST = 8000;

const DEFANGED =
  /\bh(?:xx|tt)ps?(?:\[:\]\/\/|\[:\/\/\]|:\/\/)[\w-]+(?:(?:\[\.\]|\[dot\]|\(\.\)|\.)[\w-]+)*/gi;

function everywhere(
  text: string,
  pattern: RegExp,
  write: (whole: string, ...groups: string[]) => string,
): Encoded {
  const changes = [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, ...groups] = match;
    const plain = write(whole, ...groups);
    return plain === whole ? [] : [{ start: match.index, end: match.index + whole.length, text: plain }];
  });
  return { bodies: [{ start: 0, end: text.length }], changes };
}

function rewritten(view: View, layer: string, encoded: Encoded | null): View {
  if (!encoded || encoded.changes.length === 0) return view;
  const { text, back } = written(view.text, encoded.changes);
  return {
    text,
    isRewritten: true,
    layersAt(at) {
      const before = back(at);
      const isIn = encoded.bodies.some(({ start, end }) => before >= start && before < end);
      return isIn ? [layer, ...view.layersAt(before)] : view.layersAt(before);
    },
    place: (at) => view.place(back(at)),
  };
}

/** The text with its pieces written anew, and where an offset in it stood before. */
function written(source: string, changes: readonly Change[]) {
  const here: number[] = [0];
  const there: number[] = [0];
  let text = "";
  let from = 0;
  for (const change of changes) {
    const plain = text.length + change.start - from;
    text += source.slice(from, change.start) + change.text;
    from = change.end;
    here.push(plain, text.length);
    there.push(change.start, change.end);
  }
  text += source.slice(from);
  const back = (at: number) => {
    const index = lastAtMost(here, at);
    const before = (there[index] ?? 0) + at - (here[index] ?? 0);
    return Math.min(before, there[index + 1] ?? source.length);
  };
  return { text, back };
}

/** The index of the last number that is at most this one; the numbers never fall. */
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
