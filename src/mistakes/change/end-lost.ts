import type { SigningRequest, UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { SECRET } from "../sample";
import { escapeChar } from "../text/escapes";
import { BY_ANYONE } from "../text/taken-out";
import { RARE, SELDOM, USUAL } from "../weights";

const LINK = "https://api.urlbox.com/v1/myApiKey/{}/png";

export const endLost: Mistake = {
  id: "end-lost",
  group: "change",
  title: "The last characters of the URL were lost after it was signed.",
  why: "Chats, mails and editors that make links of URLs take a “!”, “)” or “.” at the end for the punctuation of a sentence.",
  fix: "Percent-encode punctuation in values before signing, or put another parameter at the end.",
  example: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&text=Hi`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&text=Hi!",
  },
  nearMiss: {
    scheme: "urlbox",
    url: `${LINK}?url=https%3A%2F%2Fa.example&text=Hi`,
    secret: SECRET,
    signed: "url=https%3A%2F%2Fa.example&text=Hix",
  },
  *alone(url, { rule, request }) {
    const telling = tellingOf(url, request);
    for (const mark of MARKS) yield { ...ended(rule(url), mark, USUAL), telling };
    for (const end of ["!!", "...", "!!!", "??", "?!", "%21", "%29", "%3F"])
      yield { ...ended(rule(url), end, SELDOM), telling };
  },
  *manyAlone(url, { rule, request }) {
    const telling = tellingOf(url, request);
    for (const first of MARKS) {
      for (const second of MARKS) yield { ...ended(rule(url), first + second, SELDOM), telling };
      const escaped = escapeChar(first);
      for (const end of [escaped, escaped.repeat(2), first.repeat(3)])
        yield { ...ended(rule(url), end, RARE), telling };
    }
  },
};

/** Nothing takes the end of what the signature follows: there the string was made of another text, or an editor was at work. */
function tellingOf({ path, query }: UrlText, { typed }: SigningRequest): Telling | undefined {
  const isEnd =
    query === null ? typed.query === null && typed.path.endsWith(path) : (typed.query ?? "").endsWith(query);
  return isEnd ? undefined : BY_ANYONE;
}

const MARKS = "!).,;:?*_'~]}>\"-|(/%=+@$";

function ended(string: string, end: string, weight: number): Variant<string> {
  return { value: string + end, detail: `It ended in “${end}”.`, weight };
}
