import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { withQuestionMark } from "../text/question-mark";
import { LIKELY } from "../weights";

export const questionMarkLost: Mistake = {
  id: "question-mark-lost",
  group: "change",
  damages: true,
  title: "The URL was sent without the “?” before its parameters.",
  why: "Code joined path and query without it, or with another sign, or a rule that rewrites URLs took it away. What should be options is then a part of the path.",
  fix: "Put the “?” before the first parameter, as it was signed.",
  example: {
    url: `${HOST}/a.jpg&width=200&height=100?signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg&width=200&height=100?signature={}`,
    secret: SECRET,
    signed: "/a.jpg",
  },
  *urls(url) {
    for (const { url: value, sign, first } of withQuestionMark(url))
      yield {
        value,
        detail: `“${first}” is the first of them.`,
        weight: LIKELY,
        ...(sign.startsWith("%") && { telling: ESCAPED }),
      };
  },
};

const ESCAPED: Telling = {
  title: "The “?” before the parameters was escaped after the URL was signed.",
  why: "Code that hands path and query at once to the path of a URL does that: Go’s URL.Path and JavaScript’s pathname write “?” as “%3F”. It is then a character of the path.",
  fix: "Set path and query apart, or send the text that was signed.",
};
