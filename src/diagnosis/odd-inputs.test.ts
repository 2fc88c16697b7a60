import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts, Mistake } from "../mistakes/mistake";
import { schemes } from "../schemes";
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

/** Everything that a mistake may have been, of every kind. */
function* all(mistake: Mistake, facts: Facts): Generator<unknown> {
  const { unsigned, signingString } = facts.request;
  yield* mistake.keys?.(facts.secret, facts) ?? [];
  yield* mistake.urls?.(unsigned, facts) ?? [];
  yield* mistake.scopes?.(facts) ?? [];
  yield* mistake.messages?.(signingString, facts) ?? [];
  yield* mistake.alone?.(unsigned, facts) ?? [];
  yield* mistake.manyAlone?.(unsigned, facts) ?? [];
  yield* mistake.resigned?.(signingString, "0".repeat(40), facts) ?? [];
  yield* mistake.recipes?.(facts) ?? [];
  yield* mistake.digests?.(facts) ?? [];
}

test.each(schemes)("no mistake of $label fails over an odd URL, secret or signature", (scheme) => {
  const url = scheme.signatureParameter
    ? "https://img.test/{segment}?{query}&signature={signature}"
    : "https://api.urlbox.com/v1/key/{signature}/png?url={segment}&{query}";
  let read = 0;
  fc.assert(
    fc.property(segment, query, signature, secret, (segment, query, signature, secret) => {
      const pasted = url
        .replace("{segment}", () => segment)
        .replace("{query}", () => query)
        .replace("{signature}", () => signature);
      const found = readCase(inputOf(pasted, { schemeId: scheme.id, secret }));
      if (!found) return;
      read++;
      for (const mistake of mistakesOf(scheme)) for (const _ of all(mistake, found.facts));
    }),
    { numRuns: 40 },
  );
  expect(read).toBeGreaterThan(30);
});
