import type { Facts, Message, Mistake, Recipe, Variant } from "../mistake";
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
  recipes: hashedWithSecret,
  *alone(url, { rule }) {
    const string = rule(url);
    yield* inUtf16(string, "", USUAL);
    const decoded = percentDecode(string);
    if (decoded !== string) yield* inUtf16(decoded, " It was decoded.", LESS_USUAL);
    yield* inUtf16(`${string}\n`, " A line feed was at its end.", RARE);
    yield* inUtf16(`${string}\r\n`, " A Windows line break was at its end.", RARE);
  },
};

/** Secret and string as one text, which T-SQL's HASHBYTES, SHA1Managed and the like hash. */
function* hashedWithSecret({ secret, request, rule, hashes }: Facts): Generator<Recipe> {
  const string = rule(request.unsigned);
  for (const order of ["little", "big"] as const)
    for (const hash of new Set([...hashes, "SHA-1", "SHA-256", "MD5", "SHA-512"] as const))
      for (const [mode, words] of [
        ["hmac", "an HMAC"],
        ["key+message", "a plain hash of the secret and the string"],
        ["message+key", "a plain hash of the string and the secret"],
      ] as const)
        yield {
          key: utf16(secret, order),
          keyDetail: "The secret was UTF-16, too.",
          message: utf16(string, order),
          digest: { hash, mode, joint: "" },
          detail: `It was ${words} with ${hash}, ${order}-endian.`,
        };
}

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
