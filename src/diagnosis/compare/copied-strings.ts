import type { Message } from "../../mistakes/mistake";
import { fromBase64, fromHex, textOfUtf8, utf16 } from "../../mistakes/text/bytes";

/** What may have been signed where a log shows a string so. */
export interface CopiedString {
  readonly signed: Message;
  /** What of the shown text was read otherwise, a sentence; empty where nothing was. */
  readonly words: string;
  /** True where it is not tried in every treatment of secret and computation at once. */
  readonly isRare: boolean;
}

/** The strings that a text may stand for, as it was copied out of a log or a debugger; the likeliest first, each once. */
export function copiedStrings(shown: string): CopiedString[] {
  const found = new Map<Message, CopiedString>();
  const add = (signed: Message | null | undefined, words: string, isRare: boolean) => {
    if (signed != null && signed !== "" && !found.has(signed)) found.set(signed, { signed, words, isRare });
  };
  const bare = shown.replace(/\r?\n$/, "");
  add(shown, "", false);
  for (const end of ["\n", "\r\n"])
    add(`${shown}${end}`, "A line break at the end of the string was signed too.", false);
  add(bare, WITHOUT_END, false);
  add(`${bare}\r\n`, "A line break of Windows at the end of the string was signed too.", false);
  add(shown.replace(/\r?\n/g, "\r\n"), "Its line breaks were signed as those of Windows.", false);
  add(shown.trim(), WITHOUT_END, false);
  add(/^\s*(["'`])(.*)\1\s*$/s.exec(shown)?.[2], "The quotes around it were not signed.", false);
  for (const [signed, words] of asPrinted(bare.trim())) {
    add(signed, words, true);
    if (typeof signed === "string")
      add(`${signed}\n`, `${words} A line break at its end was signed too.`, true);
  }
  if (/[^ -~\s]/.test(bare)) {
    if (!/[^\0-\xff]/.test(bare))
      add(
        Uint8Array.from(bare, (char) => char.charCodeAt(0)),
        "It was signed in Latin-1, not in UTF-8.",
        true,
      );
  }
  add(utf16(bare, "little"), "It was signed in UTF-16, not in UTF-8.", true);
  return [...found.values()];
}

const WITHOUT_END = "White space at its end was not signed.";

/** What programs print around a string, and the escapes that they put into it. */
function* asPrinted(shown: string): Generator<readonly [signed: Message | null, words: string]> {
  const literal = /^[bur]{0,2}(["'])(.*)\1[,;]?$/is.exec(shown)?.[2];
  if (literal !== undefined) {
    yield [literal, "What stands around it was not signed."];
    yield [unescaped(literal), ESCAPES];
  }
  for (const [, value = ""] of shown.matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
    yield [unescaped(value), "It was read out of the quotes, with its escapes undone."];
  }
  yield [unescaped(shown), ESCAPES];
  const labelled = /^[^/?=&]{0,80}?[\w)\]"']\s*(?:=>|-+>|[:=])\s*(\S.*)$/s.exec(shown)?.[1];
  if (labelled !== undefined) {
    yield [labelled, LABEL];
    yield [/^(["'`])(.*)\1$/s.exec(labelled)?.[2] ?? labelled, LABEL];
  }
  if (/^(?:[\da-f]{2}\s?){8,}$/i.test(shown))
    yield [textOfUtf8(fromHex(shown.replace(/\s/g, ""))), "It was read from hex."];
  if (/^[\w+/-]{12,}={0,2}$/.test(shown)) {
    const bytes = fromBase64(shown);
    yield [bytes && textOfUtf8(bytes), "It was read from base64."];
  }
}

const ESCAPES = "Its escapes were undone: “\\u0026” stands for “&”, and “\\n” for a line break.";
const LABEL = "What stands before it on its line was not signed.";

const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** A string literal’s escapes undone. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis, (_, unit, byte, char) =>
    (unit ?? byte) ? String.fromCharCode(Number.parseInt(unit ?? byte, 16)) : (CONTROLS[char] ?? char),
  );
}
