import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { SELDOM, USUAL } from "../weights";

const RAW = `${HOST}/?src=https://a.example/b.png?p=1&q=2&width=300&signature={}`;

export const stringCutAtQuestionMark: Mistake = {
  id: "string-cut-at-question-mark",
  group: "scope",
  title: "What the URL has from its second “?” on was not signed.",
  why: "Code that takes the query with split('?')[1] loses all that follows a “?” of the address inside the URL, where that is not escaped; or that part was added after signing.",
  fix: "Write the address inside percent-encoded, with “%3F” for its “?”, and sign all that follows the first “?”.",
  example: { url: RAW, secret: SECRET, signed: "/?src=https://a.example/b.png" },
  nearMiss: { url: RAW, secret: SECRET, signed: "/?src=https://a.example/b.png?p=1" },
  *urls(url) {
    const at = url.query?.indexOf("?") ?? -1;
    if (url.query === null || at < 1) return;
    const query = url.query.slice(0, at);
    const detail = `Not signed: “${url.query.slice(at, at + 40)}”.`;
    yield { value: { ...url, query }, detail, weight: ADDRESS.test(query) ? USUAL : SELDOM };
    const last = url.query.slice(url.query.lastIndexOf("?") + 1);
    yield {
      value: { ...url, query: last },
      detail: `Signed: “${last.slice(0, 40)}”.`,
      weight: SELDOM,
      telling: ONLY_THE_LAST,
    };
  },
};

const ONLY_THE_LAST: Telling = {
  title: "Of the query only what follows the last “?” was signed.",
  why: "Code that looks for the “?” from the end, such as lastIndexOf('?'), rsplit or the last piece of split('?'), finds that of the address inside the URL, where it is not escaped.",
  isUnwanted: true,
};

/** An address that is not escaped, with or without its scheme: the “?” behind it is its own. */
const ADDRESS = /=(?:[a-z][a-z\d+.-]*:\/\/[^&]*|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[^&]*)?)$/i;
