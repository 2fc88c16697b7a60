import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { textOfUtf8 } from "../text/bytes";
import { CHARSETS, type Charset } from "../text/characters/charsets";
import { percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { LIKELY, OFTEN } from "../weights";

export const urlUtf8Twice: Mistake = {
  id: "url-utf-8-twice",
  group: "change",
  undoes: true,
  damages: true,
  title: "What was sent is encoded in UTF-8 once more than what was signed.",
  why: "Most likely a file, a database, a form or a mail was read in another charset after the URL was signed, which makes “Ã¶” of “ö”.",
  fix: "Copy the URL from where it was made, and read it as UTF-8 wherever it passes.",
  example: {
    url: `${HOST}/f%C3%83%C2%B6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/f%C3%B6hr.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/f%C3%83%C2%B6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/f%C3%83hr.jpg?width=200",
  },
  *urls(url) {
    const text = `${url.path}?${url.query ?? ""}`;
    if (!RUN.test(text)) return;
    for (const charset of CHARSETS.filter(({ isMapped }) => isMapped))
      for (const times of [1, 2]) yield* readAnew(url, charset, times);
  },
};

const RUN = /(?:%[89a-f][0-9a-f]){3,}/i;

/** The URL as it was before its UTF-8 was read in a charset so many times. */
function* readAnew(url: UrlText, charset: Charset, times: number): Generator<Variant<UrlText>> {
  const read = new Map<string, string>();
  const respell = (text: string) =>
    text.replace(new RegExp(RUN, "gi"), (run) => {
      const sent = percentDecode(run);
      const signed = before(sent, charset, times);
      if (signed === null) return run;
      read.set(sent, signed);
      return escapeText(signed);
    });
  for (const variant of inQueryAndPath(url, respell, undefined, times > 1 ? OFTEN : LIKELY)) {
    const [[sent, signed] = ["", ""]] = read;
    const isLatin1 = [...read].every(([text, was]) =>
      LATIN_1.every((one) => before(text, one, times) === was),
    );
    const name = isLatin1 ? "Latin-1 or Windows-1252" : charset.detail.replace(/^As (.*)\.$/, "$1");
    const again = times > 1 ? " It was done twice." : "";
    const detail = `“${signed}” in UTF-8, read as ${name}, is “${sent}”.${again}`;
    yield { ...variant, detail, telling: tellingOf(name, times) };
  }
}

const LATIN_1 = CHARSETS.slice(0, 2);

/** The text that became this one when its UTF-8 was read in a charset; `null` where none did. */
function before(text: string, { bytes }: Charset, times: number): string | null {
  if (times === 0) return text;
  const read = bytes(text);
  const was = read && textOfUtf8(read);
  return was === null || was === text ? null : before(was, { detail: "", bytes }, times - 1);
}

/** A signer that reads the text of the URL and writes it in that charset comes to the same string. */
function tellingOf(charset: string, times: number): Telling | undefined {
  if (times > 1) return undefined;
  return {
    why: `Most likely a file, a database, a form or a mail was read as ${charset} after the URL was signed. Or such characters belong there, and the code that signs writes them in ${charset}, not in UTF-8. The digits fit both.`,
    fix: "Copy the URL from where it was made; or, where those characters are meant, sign the text that is sent.",
    mayBeMeant: true,
  };
}
