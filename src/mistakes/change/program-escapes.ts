import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import { cutAt, joinUrl } from "../../signing/url-text";
import { listed } from "../../signing/wording/listed";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { readAsLatin1, textOfUtf8 } from "../text/bytes";
import { LIKELY, OFTEN } from "../weights";

export const programEscapes: Mistake = {
  id: "program-escapes",
  group: "change",
  undoes: true,
  damages: true,
  title: "Escapes of a log or of code, such as “\\xC3” or “\\u00f6”, stand in the URL.",
  why: "nginx, Apache, JSON and the literals of most languages write characters with a backslash and their number; what reads those turns them back, what sends the text as it stands does not.",
  fix: "Send the URL that was written so, with its percent-encoding and no backslash.",
  example: {
    url: `${HOST}/f\\xC3\\xB6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/f%C3%B6hr.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/f\\xC3\\xB6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/fxC3xB6hr.jpg?width=200",
  },
  *urls(url) {
    const text = joinUrl({ ...url, origin: "", fragment: null }).replaceAll(/%5C(?=[xu0-3])/gi, "\\");
    if (text.search(ESCAPES) < 0) return;
    const detail = `Written so: ${listed([...new Set(text.match(ESCAPES))].slice(0, 3).map((run) => `“${run.slice(0, 24)}”`))}.`;
    yield { value: written(url, text, encoded), detail, weight: LIKELY };
    yield { value: written(url, text, (plain) => plain), detail, weight: OFTEN };
  },
};

/** Bytes, octal in C and in what git prints; characters, or halves of one, in JSON, JavaScript, Java and C#. */
const ESCAPES = /(?:\\x[\da-f]{2}|\\[0-3][0-7]{2})+|(?:\\u[\da-f]{4}|\\u\{[\da-f]{1,6}\})+/gi;

function written(url: UrlText, text: string, write: (plain: string) => string): UrlText {
  const [path, query] = cutAt(
    text.replaceAll(ESCAPES, (run) => write(read(run))),
    "?",
  );
  return { ...url, path, query };
}

/** What a run of escapes stands for: the text of which its bytes are the UTF-8, or a character for each. */
function read(run: string): string {
  const all = run.matchAll(/\\(?:x([\da-f]{2})|u\{?([\da-f]+)\}?|([0-7]{3}))/gi);
  const numbers = Array.from(all, ([, byte, unit, octal]) =>
    octal ? Number.parseInt(octal, 8) : Number.parseInt(byte ?? unit ?? "", 16),
  );
  if (/^\\u/i.test(run))
    return numbers
      .map((one) => (one > 0xffff ? String.fromCodePoint(Math.min(one, 0x10ffff)) : String.fromCharCode(one)))
      .join("");
  const bytes = Uint8Array.from(numbers);
  return textOfUtf8(bytes) ?? readAsLatin1(bytes);
}

/** What no URL has as it is, percent-encoded; “&” and its kin are what they are. */
const encoded = (plain: string) => plain.replaceAll(/[^\w!#$%&'()*+,/:;=?@[\]~.-]+/g, escapeText);
