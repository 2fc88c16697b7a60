import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts, Mistake } from "../mistakes/mistake";
import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import { readCase } from "./case";
import { mistakesOf } from "./registry";
import { inputOf } from "./testing";

/** What has a meaning of its own for some reader: numbers beyond what they hold, dates that are none, labels and escapes that end early. */
const ODD = [
  "9".repeat(400),
  `0.${"9".repeat(400)}`,
  "1e999",
  "-0",
  "8640000000000001",
  "99999999999999999",
  "0x1p-3",
  "0777777777777777777777",
  "xn--99999999.example",
  "xn--a-.xn--",
  "%00",
  "%ff%fe",
  "%ed%a0%80",
  "%f4%90%80%80",
  "%",
  "%2",
  "%25%",
  "\\u",
  "\\u{ffffffff}",
  "\\x",
  "\\777",
  "&#1114112;",
  "&#x;",
  "&#99999999999;",
  "=?utf-8?q?=FF?=",
  "=",
  "==",
  "{{}}",
  "$(",
  "${",
  "`",
  "\ud800",
  "\u{10ffff}",
  "a\u0301\u202e",
  "[",
  "(",
  "*",
  "\\",
  "2026-13-45T25:61:61Z",
  "…",
  "%5B%5D",
  "+",
  ";",
] as const;

const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom("a.jpg", "https://a.test/b.png", "https%3A%2F%2Fa.test", "3", "") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
);
const name = fc.constantFrom("width", "url", "src", "t", "expires", "title", "v", "[]", "");
const query = fc
  .array(fc.tuple(name, part), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
const segment = part.map((text) => text.replace(/[?#\s]/g, "_"));
const signature = fc.oneof(
  fc.constantFrom("a".repeat(40), "0".repeat(64), "A".repeat(27)),
  part.map((text) => text.replace(/[?#&\s]/g, "_")),
);
const secret = fc.array(part, { minLength: 1, maxLength: 3 }).map((texts) => texts.join(""));

/** Everything that a mistake may have been, by kind. */
const kinds = (mistake: Mistake, facts: Facts): readonly (Iterable<unknown> | undefined)[] => {
  const { unsigned, signingString } = facts.request;
  return [
    mistake.keys?.(facts.secret, facts),
    mistake.urls?.(unsigned, facts),
    mistake.scopes?.(facts),
    mistake.messages?.(signingString, facts),
    mistake.alone?.(unsigned, facts),
    mistake.manyAlone?.(unsigned, facts),
    mistake.resigned?.(signingString, "0".repeat(40), facts),
    mistake.recipes?.(facts),
    mistake.digests?.(facts),
  ];
};

/** Asks every mistake for so much of each kind; false where there is no case. */
function drained(
  { id, signatureParameter }: Scheme,
  [path, query, signature, secret]: readonly [string, string, string, string],
  most = Number.POSITIVE_INFINITY,
) {
  const pasted = signatureParameter
    ? `https://img.test/${path}?${query}&signature=${signature}`
    : `https://api.urlbox.com/v1/key/${signature}/png?url=${path}&${query}`;
  const found = readCase(inputOf(pasted, { schemeId: id, secret }));
  if (!found) return false;
  for (const mistake of mistakesOf(found.scheme))
    for (const kind of kinds(mistake, found.facts)) {
      let left = most;
      for (const _ of kind ?? []) if (left-- === 0) break;
    }
  return true;
}

test.each(schemes)("no mistake of $label fails over an odd URL, secret or signature", (scheme) => {
  let read = 0;
  fc.assert(
    fc.property(segment, query, signature, secret, (...odd) => {
      if (drained(scheme, odd)) read++;
    }),
    { numRuns: 25 },
  );
  expect(read).toBeGreaterThan(18);
});

test.each(schemes)("no mistake of $label fails over a long secret or value", (scheme) => {
  const long = "key7".repeat(40_000);
  const digits = "a".repeat(40);
  expect(drained(scheme, ["a.jpg", "width=3", digits, long], 100)).toBe(true);
  expect(drained(scheme, ["a.jpg", `text=${long}`, digits, "s3cret"], 100)).toBe(true);
});
