import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { LIKELY, RARE } from "../weights";

export const markdownEscapes: Mistake = {
  id: "markdown-escapes",
  group: "change",
  undoes: true,
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
    const put = "They were put there after signing.";
    yield* inQueryAndPath(url, (text) => text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"), put, LIKELY);
    yield* inQueryAndPath(url, (text) => text.replaceAll(/%5C([!-/:-@[-`{-~])/gi, "$1"), put, LIKELY);
    yield* inQueryAndPath(url, (text) => text.replaceAll(/%5C(?=%)/gi, ""), put, LIKELY);
    // A browser sends a slash for a backslash in a path.
    yield { value: { ...url, path: url.path.replaceAll(/\/([_*~])/g, "$1") }, detail: put, weight: RARE };
  },
  *alone(url, { rule }) {
    for (const marks of [/[_]/g, /[*]/g, /[_*]/g, /[_*~`()[\]-]/g, /[_*~`()[\]#+.!-]/g, /[&]/g])
      yield* wholesOf(
        inQueryAndPath(url, (text) => text.replaceAll(marks, "\\$&"), "They were signed.", RARE),
        rule,
      );
  },
};
