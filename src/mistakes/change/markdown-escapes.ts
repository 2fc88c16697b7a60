import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LIKELY, RARE } from "../weights";

export const markdownEscapes: Mistake = {
  id: "markdown-escapes",
  group: "change",
  undoes: true,
  damages: true,
  title: "Backslashes were put before characters that mean something in Markdown, or taken away there.",
  why: "What writes Markdown escapes “_” as “\\_” and “*” as “\\*”; what reads it takes such backslashes away.",
  fix: "Copy the URL from a code block or from where it was made.",
  example: {
    url: `${HOST}/my\\_cat.jpg?full\\_page=1&signature={}`,
    secret: SECRET,
    signed: "/my_cat.jpg?full_page=1",
  },
  nearMiss: {
    url: `${HOST}/my\\_cat.jpg?full\\_page=1&signature={}`,
    secret: SECRET,
    signed: "/my/_cat.jpg?full/_page=1",
  },
  *urls(url) {
    const telling = tellingOf(url);
    const put = telling === OF_VALUE ? undefined : "They were put there after signing.";
    for (const variant of withoutBackslashes(url, put))
      yield { ...variant, telling: variant.telling ?? telling };
  },
  *alone(url, { rule }) {
    for (const marks of [/[_]/g, /[*]/g, /[_*]/g, /[_*~`()[\]-]/g, /[_*~`()[\]#+.!-]/g, /[&]/g]) {
      const escaped = (text: string) => text.replaceAll(marks, "\\$&");
      for (const variant of wholesOf(inQueryAndPath(url, escaped, "They were signed.", RARE), rule))
        yield { ...variant, telling: { isUnwanted: true } };
    }
  },
};

function* withoutBackslashes(url: UrlText, put: string | undefined): Generator<Variant<UrlText>> {
  yield* inQueryAndPath(url, (text) => text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"), put, LIKELY);
  yield* inQueryAndPath(url, (text) => text.replaceAll(/%5C([!-/:-@[-`{-~])/gi, "$1"), put, LIKELY);
  yield* inQueryAndPath(url, (text) => text.replaceAll(/%5C(?=%)/gi, ""), put, LIKELY);
  // A browser sends a slash for a backslash in a path.
  yield {
    value: { ...url, path: url.path.replaceAll(/(?!^)\/([_*~])/g, "$1") },
    detail: `${put ?? ""} A browser sends each as a slash.`.trim(),
    weight: RARE,
    telling: OR_A_FOLDER,
  };
}

const OR_A_FOLDER: Telling = {
  title: "A slash was sent before a “_”, “*” or “~” that was signed without it.",
  why: "Either what writes Markdown put a backslash there after signing, which a browser sends as a slash; or the slash belongs there, and the string lacks it. The digits fit both.",
  fix: "Copy the URL from a code block or from where it was made; or, where the slash belongs there, sign the text that is sent.",
  mayBeMeant: true,
};

const CAME_IN = "Backslashes came into the URL after it was signed.";
const COPY = "Copy the URL from where it was made, without backslashes.";

const OF_JSON: Telling = {
  title: CAME_IN,
  why: "JSON may have “\\/” for “/”, as PHP’s json_encode writes it. What reads JSON turns it back, what copies its text does not.",
  fix: "Read the JSON, or take the backslashes out of the URL.",
};

const OF_LATEX: Telling = {
  title: CAME_IN,
  why: "LaTeX and the lines of a crontab have “\\%” for “%”. Elsewhere the backslash stays in the URL.",
  fix: COPY,
};

const OF_OTHERS: Telling = {
  title: CAME_IN,
  why: "Shells, code and formats of text put a backslash before signs that mean something to them. Elsewhere it stays in the URL.",
  fix: COPY,
};

/** Where they are percent-encoded, the value most likely had them before the URL was made of it. */
const OF_VALUE: Telling = {
  title: "A quotation mark was sent with a backslash before it, and signed without.",
  why: "Either the value in the URL was escaped for SQL, as mysqli_real_escape_string does, or for code, as addslashes and WordPress’s $_GET and $_POST do, and the string was made of the value itself; or a backslash came in after signing. The digits fit each.",
  fix: "Escape a value only where it goes into SQL or code, and send the one that was signed, without backslashes.",
};

/** What has put the backslashes there, by what stands behind them. */
function tellingOf({ path, query }: UrlText): Telling | undefined {
  // Behind an escaped backslash what it escapes is escaped, too.
  const behind = Array.from(
    `${path}?${query ?? ""}`.matchAll(/\\([!-/:-@[-`{-~])|%5C(%[0-9a-f]{2}|[!-/:-@[-`{-~])/gi),
    ([, sign, escaped = ""]) => sign ?? percentDecode(escaped),
  );
  if (behind.length === 0) return undefined;
  if (behind.every((sign) => sign === "/")) return OF_JSON;
  if (behind.includes("%")) return OF_LATEX;
  const areEncoded = !`${path}${query}`.includes("\\");
  if (areEncoded && behind.some(isQuote) && behind.every((sign) => sign === "\\" || isQuote(sign)))
    return OF_VALUE;
  return behind.every((sign) => MARKDOWN.includes(sign)) ? undefined : OF_OTHERS;
}

const isQuote = (sign: string) => /["']/.test(sign);

const MARKDOWN = "\\`*_{}[]()#+-.!~|<>&";
