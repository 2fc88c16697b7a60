import { rooted } from "../../signing/url-text";
import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { jointName } from "../text/joints";
import { OFTEN, RARE } from "../weights";

export const signedWithoutQuestionMark: Mistake = {
  id: "signed-without-question-mark",
  group: "scope",
  title: "The “?” between path and query was not signed.",
  why: "Code takes path and query from a parsed URL and joins them without it.",
  fix: "Join them as path + “?” + query.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpgwidth=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg" },
  *scopes() {
    yield { value: (url) => `${rooted(url).path}${url.query ?? ""}`, weight: OFTEN };
    yield {
      value: (url) => `${rooted(url).path.slice(1)}${url.query ?? ""}`,
      detail: "The leading slash was missing too.",
      weight: RARE,
    };
    yield {
      value: (url) => (url.query === null ? null : `${rooted(url).path}??${url.query}`),
      telling: DOUBLED,
      weight: RARE,
    };
    for (const joint of ["&", "\n", " ", "/", "#", "|", ":"])
      yield {
        value: (url) => (url.query === null ? null : `${rooted(url).path}${joint}${url.query}`),
        detail: `In its place stood ${jointName(joint)}.`,
        weight: RARE,
      };
  },
};

const DOUBLED: Telling = {
  title: "Two “?” stood before the query that was signed.",
  why: "One “?” ended the path or began the query already, as it does in JavaScript’s url.search, and the code wrote another one.",
  fix: "Join the path with one “?” and the query.",
};
