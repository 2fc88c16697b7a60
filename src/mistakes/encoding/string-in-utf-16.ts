import type { Message, Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { readAsLatin1, utf16 } from "../text/bytes";
import { percentDecode } from "../text/escapes";
import { LESS_LIKELY, LESS_USUAL, RARE, SELDOM, USUAL } from "../weights";

export const stringInUtf16: Mistake = {
  id: "string-in-utf-16",
  group: "encoding",
  title: "The string’s bytes were UTF-16.",
  why: "T-SQL’s NVARCHAR, .NET’s Encoding.Unicode and PowerShell’s files write two bytes for each character.",
  fix: "Encode the string as UTF-8 before it is signed: VARCHAR in T-SQL, Encoding.UTF8 in .NET.",
  example: { url: PHOTO_URL, secret: SECRET, signed: utf16(SIGNED, "little") },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: [...SIGNED].join(" ") },
  *alone(url, { rule }) {
    const string = rule(url);
    yield* inUtf16(string, "", USUAL);
    const decoded = percentDecode(string);
    if (decoded !== string) yield* inUtf16(decoded, " It was decoded.", LESS_USUAL);
    yield* inUtf16(`${string}\n`, " A line feed was at its end.", RARE);
    yield* inUtf16(`${string}\r\n`, " A Windows line break was at its end.", RARE);
  },
};

function* inUtf16(text: string, more: string, weight: number): Generator<Variant<Message>> {
  for (const [order, detail] of [
    ["little", "Little-endian."],
    ["big", "Big-endian."],
  ] as const) {
    yield { value: utf16(text, order), detail: detail + more, weight };
    yield {
      value: utf16(`\u{feff}${text}`, order),
      detail: `${detail} A byte order mark stood before it.${more}`,
      weight: weight + LESS_LIKELY,
    };
    yield {
      value: readAsLatin1(utf16(text, order)),
      detail: `${detail} Its zero bytes became characters of their own.${more}`,
      weight: SELDOM,
    };
  }
}
