import { describe, expect, test } from "vitest";
import { sumOf } from "./report/report";
import { signedList } from "./report/signed-list";
import type { Run } from "./run";
import { counts, hmac, logLine, many, path, runOn, SECRET, sign } from "./testing";

/** Runs in which many URLs stay unexplained: each is searched as far as the time allows. */

test("each URL of a group is proved by itself", async () => {
  const wrong = many(20, (n) => logLine(sign(path(n), `${SECRET}\n`)));
  const forged = logLine(`${path(77)}&signature=${"1".repeat(40)}`);
  const run = await runOn([...wrong, forged].join("\n"));
  expect(counts(run)).toEqual({ "secret-with-newline": 20, unexplained: 1 });
  expect(run.groups.get("unexplained")?.rows).toEqual([
    { line: 21, url: `${path(77)}&signature=${"1".repeat(40)}`, scheme: "libpixel" },
  ]);
}, 120_000);

test("a cause that stands far behind others of its shape is found, too", async () => {
  const unknown = many(12, (n) => logLine(sign(path(n), "of another account")));
  const late = many(6, (n) => logLine(sign(path(n + 50), SECRET, `${path(n + 50)}&`)));
  const run = await runOn([...unknown, ...late].join("\n"));
  expect(run.groups.get("signed-with-trailing-ampersand")?.count).toBe(6);
  expect(run.groups.get("unexplained")?.count).toBe(12);
  const [limit = ""] = run.summary().limits;
  const [of, ...parts] = limit.match(/\d+/g)?.map(Number) ?? [];
  expect(limit).toContain("Of the 12 unexplained URLs");
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(of);
}, 120_000);

test("a rare cause is found among many URLs that nothing explains, each of a shape of its own", async () => {
  const shapes = many(24, (n) => sign(path(n, `&p${n}=1`), "of another account"));
  const late = many(4, (n) => sign(path(n, `&q${n}=1`), SECRET, `${path(n, `&q${n}=1`)}&`));
  const upper = many(4, (n) =>
    sign(path(n, `&r${n}=1`)).replace(/[0-9a-f]{40}/, (digits) => digits.toUpperCase()),
  );
  expect(counts(await runOn([...shapes, ...late, ...upper].join("\n")))).toEqual({
    unexplained: 24,
    "signed-with-trailing-ampersand": 4,
    "signature-in-uppercase": 4,
  });
}, 120_000);

test("one vendor’s secret signs none of another’s URLs, and the other’s are said to need their own", async () => {
  const query = "url=https%3A%2F%2Ffjord.test&width=3";
  const toUrlbox = `https://api.urlbox.com/v1/KEY/${hmac(query, "theirs")}/png?${query}`;
  const toLibPixel = `https://fjord.libpx.com${sign(path(1))}`;
  const unsigned = [`https://api.urlbox.com/v1/KEY/png?${query}`, `https://fjord.libpx.com${path(2)}`];
  const needs = (run: Run) => run.summary().limits.filter((limit) => limit.includes("’s secret: choose"));
  const both = [toUrlbox, toLibPixel, ...unsigned].join("\n");

  const own = await runOn(both);
  expect(counts(own)).toEqual({ unexplained: 1, valid: 1, unsigned: 2 });
  expect(signedList(own)).toBe(`https://fjord.libpx.com${sign(path(2))}\n`);
  expect(needs(own)).toEqual([
    "Of the unexplained URLs, those of Urlbox need Urlbox’s secret: choose Urlbox and enter it to check them.",
  ]);
  // Whose secret it is, its URLs tell, and not what is chosen.
  const theirs = await runOn(both, { secret: "theirs" });
  expect(signedList(theirs)).toMatch(/^https:\/\/api\.urlbox\.com\/v1\/KEY\/[0-9a-f]{40}\/png\S+\n$/);
  expect(needs(theirs)[0]).toContain("those of LibPixel need LibPixel’s secret");
  // Where none is valid, it is the chosen one’s.
  const neither = await runOn(both, { secret: "neither" });
  expect(signedList(neither)).toMatch(/^https:\/\/fjord\.libpx\.com\S+\n$/);
  // One secret for both, as in a test setup.
  const query2 = "url=https%3A%2F%2Fa.test";
  const shared = [`https://api.urlbox.com/v1/KEY/${hmac(query2)}/png?${query2}`, toLibPixel, ...unsigned];
  const alike = await runOn(shared.join("\n"));
  expect(signedList(alike).trim().split("\n")).toHaveLength(2);
  expect(needs(alike)).toEqual([]);
  // Unexplained ones of the same vendor need no other’s.
  expect(needs(await runOn(`${sign(path(1))}\n${sign(path(2), "another")}`))).toEqual([]);
}, 120_000);

describe("what no mistake explains", () => {
  const copied = hmac(path(3));
  const foreign = hmac(path(4), "of another account");

  test("a signature that is another URL’s is told with the line of that URL", async () => {
    const run = await runOn(
      [
        ...many(6, (n) => logLine(sign(path(n)))),
        logLine(`/elsewhere/b.png?height=9&signature=${copied}`),
        logLine(`/elsewhere/c.png?height=8&signature=${copied}`),
        logLine(`/elsewhere/d.png?height=7&signature=${foreign}`),
        logLine(`/elsewhere/e.png?height=6&signature=${foreign}`),
        logLine(`/elsewhere/f.png?height=5&signature=${hmac("/", "of a third")}`),
      ].join("\n"),
    );
    expect(counts(run)).toEqual({ valid: 6, "same-signature": 4, unexplained: 1 });
    const summary = run.summary();
    const group = summary.groups.find(({ id }) => id === "same-signature");
    expect(group?.details).toEqual([
      [`The signature ${copied.slice(0, 8)}… is that of line 4, which is valid.`, 2],
      [`The signature ${foreign.slice(0, 8)}… stands on several strings.`, 2],
    ]);
    expect(sumOf(summary)).toBe("11 URLs · 6 valid · 4 wrong for one reason · 1 unexplained");
  }, 60_000);

  test("one string twice shares nothing, nor do digits that somebody made up", async () => {
    const twice = `/elsewhere/b.png?height=9&signature=${foreign}`;
    const made = many(3, (n) => `/elsewhere/${n}.png?height=9&signature=${"0123456789".repeat(4)}`);
    const run = await runOn([twice, twice, ...made].join("\n"));
    expect(counts(run)).toEqual({ unexplained: 5 });
  }, 60_000);
});
