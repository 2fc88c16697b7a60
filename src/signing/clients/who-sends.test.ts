import { expect, it } from "vitest";
import { CLIENTS } from "./clients";
import { GIVEN_PARAMETERS } from "./given-parameters";
import { SHAPES } from "./shapes";
import { changesOf, toldSenders } from "./who-sends";

const LONG = "/v1/pk_of_a_project/png?url=https%3A%2F%2Fexample.com%2Fa%2Flong%2Fpage&user_agent=";

it.each([
  [`${LONG}My%20crawler%201&w=1`, `${LONG}My+crawler+1&w=1`, [["%20", "+"]]],
  [
    `${LONG}a%20b%7ec`,
    `${LONG}a+b~c`,
    [
      ["%20", "+"],
      ["%7e", "~"],
    ],
  ],
  [`${LONG}a%20b%7Cc`, `${LONG}a%20b|c`, [["%7C", "|"]]],
  [`${LONG}a%2Fb&w=1`, `${LONG}a%252Fb&w=1`, [["%", "%25"]]],
  [`${LONG}100%&w=1`, `${LONG}100%25&w=1`, [["%", "%25"]]],
  [`${LONG}a`, `${LONG}%2Fa`, [["=", "=%2F"]]],
  ["/x/../a.jpg?w=1", "/a.jpg?w=1", [["/x/../", "/"]]],
  ["/a?q=%C3%A9x", "/a?q=%C3%A9", [["%A9x", "%A9"]]],
])("of %s sent as %s shows what differs", (before, after, changes) => {
  expect(changesOf(before, after).map((change) => [change.before, change.after])).toEqual(changes);
});

it.each(["", LONG])("never quotes the same on both sides, whatever a client changes behind “%s”", (lead) => {
  for (const shape of SHAPES)
    for (const { name, sent } of [...CLIENTS, ...GIVEN_PARAMETERS]) {
      const made = `https://a.test${lead}${lead === "" ? shape : shape.replace(/^[^?]*\?q=/, "")}`;
      const way = sent(made);
      if (way.sends !== "changed") continue;
      const changes = changesOf(made.slice("https://a.test".length), way.target);
      const told = toldSenders({ names: [name], changes });
      expect(changes.length, told).toBeGreaterThan(0);
      for (const [, before, after] of told.matchAll(/“([^”]*)” as “([^”]*)”/g))
        expect(before, told).not.toBe(after);
    }
});
