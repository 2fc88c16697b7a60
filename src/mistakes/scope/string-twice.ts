import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { jointName } from "../text/joints";
import { SELDOM } from "../weights";

export const stringTwice: Mistake = {
  id: "string-twice",
  group: "scope",
  title: "The string was signed twice over.",
  why: "update() was called twice with it, or the text or buffer that collects it was not emptied before.",
  fix: "Pass the string once, each time to a computation that has begun anew.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED + SIGNED },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}#${SIGNED}` },
  *alone(url, { rule }) {
    const own = rule(url);
    if (own === "") return;
    yield { value: own + own };
    const at = own.indexOf("?");
    if (at >= 0) yield { value: `${own}&${own.slice(at + 1)}`, telling: QUERY_TWICE, weight: SELDOM };
    for (const joint of ["\n", "&", " ", ","])
      yield {
        value: own + joint + own,
        detail: `Between the two stood ${jointName(joint)}.`,
        weight: SELDOM,
      };
  },
};

const QUERY_TWICE: Telling = {
  title: "The parameters were signed twice over.",
  why: "They were added to a text, a list or an object that held them already, such as one that is kept from call to call.",
  fix: "Begin with an empty query for each URL, and sign the query that is sent.",
};
