import { describe, expect, test } from "vitest";
import { sumOf } from "./report/report";
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
