import { expect, test } from "vitest";
import { headlineOf } from "./headline";
import { compareStrings } from "./strings";

const cases = [
  ["added", "/a?w=1", "/a?w=1&b=2&c=3", "`b` and `c` were added after signing."],
  ["added", "/a?w=1&b=2", "/a?w=1&b=2&b=2", "One more `b` was added after signing."],
  ["added", "/a?w=1&b=2", "/a?w=1&b=2&b=3&c=4", "One more `b` and `c` were added after signing."],
  ["added", "/a?b=2&w=1", "/a?b=2&w=1&c=4&b=2", "`c` and one more `b` were added after signing."],
  ["removed", "/a?w=1&b=2", "/a?w=1", "`b` was signed, but is not in the URL."],
  ["changed", "/a?width=1024", "/a?width=768", "`width` was signed as `1024`, but is `768`."],
  ["changed", "/a-1.jpg?w=1", "/a-2.jpg?w=1", "`/a-1.jpg` was signed, but `/a-2.jpg` was sent."],
  ["changed", "/a?w=1&h=2", "/a?w=3&h=4", "`w` and `h` were signed with other values."],
  [undefined, "/a?w=1\n", "/a?w=1", null],
] as const;

test.each(cases)("%s: %s for %s", (parametersWere, signed, sent, headline) => {
  expect(headlineOf({ parametersWere }, { strings: compareStrings(signed, sent) })).toBe(headline);
});
