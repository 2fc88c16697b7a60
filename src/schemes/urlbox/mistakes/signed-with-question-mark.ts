import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { OFTEN } from "../../../mistakes/weights";
import { QUERY, RENDER_URL } from "./sample";

export const signedWithQuestionMark: Mistake = {
  id: "signed-with-question-mark",
  group: "scope",
  title: "The “?” before the query was signed too.",
  why: "url.search in JavaScript gives the query with its “?”.",
  fix: "Begin the string after the “?”.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `?${QUERY}` },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `&${QUERY}` },
  *messages(message) {
    yield { value: `?${message}`, weight: OFTEN };
  },
};
