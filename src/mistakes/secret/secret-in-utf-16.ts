import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { readAsLatin1, utf16 } from "../text/bytes";
import { RAREST, SELDOM, VERY_RARE } from "../weights";

export const secretInUtf16: Mistake = {
  id: "secret-in-utf-16",
  group: "secret",
  answerTells: "name",
  title: "The secret’s bytes were UTF-16.",
  why: "PowerShell’s “>” and Out-File, Notepad’s “Unicode”, T-SQL’s NVARCHAR and .NET’s Encoding.Unicode write two bytes for each character.",
  fix: "Save the file as UTF-8 without a byte order mark, or encode the secret as UTF-8.",
  example: signedWithKey("s3cretKey", utf16("s3cretKey", "little")),
  nearMiss: signedWithKey("s3cretKey", "\u{feff}s3cretKey"),
  *keys(key) {
    for (const [end, name, mark] of ENDS) {
      yield* inOrder(key + end, "little", `Little-endian${name}.`, mark);
      yield* inOrder(key + end, "big", `Big-endian${name}.`, mark);
    }
    yield {
      value: utf32(key),
      detail: "Its bytes were UTF-32, with four for each character.",
      weight: RAREST,
    };
  },
};

const ENDS: readonly (readonly [end: string, name: string, mark: readonly string[]])[] = [
  ["", "", []],
  ["\r\n", ", with a Windows line break at its end", ["CR", "LF"]],
  ["\n", ", with a line feed at its end", ["LF"]],
];

function* inOrder(
  text: string,
  order: "little" | "big",
  detail: string,
  after: readonly string[],
): Generator<Variant<Key>> {
  for (const marked of [false, true]) {
    const bytes = utf16(marked ? `\u{feff}${text}` : text, order);
    const rest = { after, before: marked ? ["BOM"] : [], weight: order === "little" ? SELDOM : VERY_RARE };
    const told = marked ? `${detail.slice(0, -1)}, with a byte order mark.` : detail;
    yield { value: bytes, detail: told, ...rest };
    yield {
      value: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
      detail: `${told} They were read back as UTF-8.`,
      ...rest,
    };
    yield { value: readAsLatin1(bytes), detail: `${told} They were read back as Latin-1.`, ...rest };
  }
}

function utf32(text: string): Uint8Array<ArrayBuffer> {
  const points = [...text].map((char) => char.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, at) => {
    view.setUint32(4 * at, point, true);
  });
  return new Uint8Array(view.buffer);
}
