import { describe, expect, test } from "vitest";
import { csvOf } from "../report/csv";
import { reportOf, sumOf } from "../report/report";
import { Stopped } from "../sorting";
import { counts, hmac, INPUT, logLine, many, path, sign } from "../testing";
import { PublicRun } from "./public-run";

const OTHERS = "a secret that nobody knows";
const right = (count: number) => many(count, (n) => sign(path(n), OTHERS));

const BUDGET = { quick: 20_000, whole: 5_000 };

async function runOn(lines: readonly string[], pause = () => {}): Promise<PublicRun> {
  const run = new PublicRun(new Blob([lines.join("\n")]), { ...INPUT, secret: "" }, pause, BUDGET);
  await run.go();
  return run;
}

const groupOf = (run: PublicRun, id: string) => run.summary().groups.find((group) => group.id === id);

describe("a file without its secret", () => {
  test("nothing is said of signatures whose form is right", async () => {
    const run = await runOn([...right(40), ...right(5), ...many(3, (n) => path(n))]);
    expect(counts(run)).toEqual({ "needs-secret": 45, unsigned: 3 });
    expect(sumOf(run.summary())).toBe("48 URLs · 45 open without the secret · 3 unsigned");
  });

  test("forms and places that no secret makes valid are told with their counts", async () => {
    const run = await runOn([
      ...right(20),
      ...many(6, (n) =>
        logLine(`${path(n)}&signature=${hmac(path(n), OTHERS, "sha256")}`, { address: "10.9.9.9" }),
      ),
      ...many(3, (n) => `${path(n)}&signature=undefined`),
      ...many(2, (n) => `${path(n)}&signature=`),
      ...many(4, (n) => `${sign(path(n), OTHERS)}&utm_source=nl`),
    ]);
    expect(counts(run)).toEqual({
      "needs-secret": 20,
      "signature-length-64": 6,
      "signature-is-empty-value": 3,
      "signature-missing": 2,
      "signature-not-last": 4,
    });
    expect(
      run.summary().groups.every(({ id, known }) => known?.isImpossible === (id !== "needs-secret")),
    ).toBe(true);
    expect(sumOf(run.summary())).toBe("35 URLs · 15 cannot be valid · 20 open without the secret");
    expect(groupOf(run, "signature-length-64")?.details).toEqual([
      ["The signature has 64 digits, as many as SHA-256. LibPixel takes SHA-1 with 40.", 6],
    ]);
  });

  test("a digit that a list may have cut is no certain fault, and one of a log is", async () => {
    const short = (n: number) => sign(path(n), OTHERS).slice(0, -2);
    const list = await runOn(many(4, short));
    expect(groupOf(list, "signature-length-38")?.known).toMatchObject({
      grade: "likely",
      isImpossible: false,
    });
    const log = await runOn(many(4, (n) => logLine(short(n))));
    expect(groupOf(log, "signature-length-38")?.known).toMatchObject({
      grade: "certain",
      isImpossible: true,
    });
    const both = await runOn([...many(4, (n) => logLine(short(n))), ...many(4, short)]);
    expect(groupOf(both, "signature-length-38")?.known?.isImpossible).toBe(false);
  });

  test("one signature on several strings takes all of its URLs, the first and the repeated ones, too", async () => {
    const digits = hmac(path(7), OTHERS);
    const widths = [107, 300, 600];
    const run = await runOn([
      ...right(7),
      ...many(3, () => `${path(7)}&signature=${digits}`),
      ...widths.map((width) => `/catalog/7.jpg?width=${width}&signature=${digits}`),
    ]);
    expect(counts(run)).toEqual({ "needs-secret": 7, "same-signature": 6 });
    expect(sumOf(run.summary())).toBe("13 URLs · 6 share a signature · 7 open without the secret");
    expect(groupOf(run, "same-signature")?.known?.isImpossible).toBe(false);
  });

  test("public keys are found wherever they stand, and each URL is proved by its own HMAC", async () => {
    const keyed = many(3, (n) => logLine(sign(path(n), "undefined"), { agent: "Cron/1" }));
    const digest = many(30, (n) => logLine(sign(`/plain/${n}.jpg?width=1`, "")));
    const run = await runOn([...right(500).map((url) => logLine(url)), ...keyed, ...right(500), ...digest]);
    expect(counts(run)).toEqual({ "needs-secret": 1000, "secret-is-placeholder": 3, "secret-empty": 30 });
    const group = groupOf(run, "secret-is-placeholder");
    expect(group?.diagnosis?.formula).toContain("HMAC");
    expect(group?.facts.map(({ sentence }) => sentence)).toContain(
      "All 3 have the agent “Cron/1”; none of the 1,000 open ones does.",
    );
  });

  test("a URL that was searched twice is counted once", async () => {
    expect((await runOn(right(1))).summary().limits).toEqual([
      "All public keys that are known here, and digests without a key, were tried on 1 URL. Every URL was compared with what was found.",
    ]);
  });

  test("reports grade what they say, and call none wrong that only the secret can tell", async () => {
    const run = await runOn([
      ...right(5),
      ...many(2, (n) => `${path(n)}&signature=`),
      ...many(2, (n) => sign(path(n, "&amp;height=3"), OTHERS)),
    ]);
    const report = reportOf(run.summary());
    expect(report).toContain("Found without the secret.");
    expect(report).toContain("Certain: none of the 2 can be valid, whatever the secret.");
    expect(report).toContain("Likely; whether they are valid, only the secret can tell.");
    expect(report).not.toMatch(/mismatch|does not match|· valid/);
    const verdicts = csvOf(run.groups.all, false)
      .trim()
      .split("\r\n")
      .map((record) => record.split(",")[2]);
    expect(verdicts.slice(1)).toEqual([
      ...Array(5).fill("unchecked"),
      "impossible",
      "impossible",
      "unchecked",
      "unchecked",
    ]);
  });

  test("a token of the other vendor is judged by its own rule", async () => {
    const query = "url=https%3A%2F%2Ffjord.test&width=3";
    const link = (token: string) => `https://api.urlbox.com/v1/KEY/${token}/png?${query}`;
    const run = await runOn([
      link(hmac(query, OTHERS)),
      link(hmac(query, OTHERS, "sha256")),
      link(hmac(query, OTHERS, "md5")),
    ]);
    expect(counts(run)).toMatchObject({ "needs-secret": 2 });
  });

  test("digits that are hidden are counted as such, whatever else is found, and none is called impossible", async () => {
    const run = await runOn([
      ...many(3, (n) => sign(path(n), "undefined")),
      ...many(2, (n) => logLine(`${path(n)}&signature=<signature>`)),
      ...many(2, (n) => logLine(`${path(n)}&signature=***`)),
      ...many(4, (n) => logLine(`${path(n)}&signature=${"0".repeat(40)}`)),
    ]);
    expect(counts(run)).toEqual({
      "secret-is-placeholder": 3,
      "signature-placeholder": 2,
      "signature-hidden": 6,
    });
    expect(sumOf(run.summary())).toBe("11 URLs · 3 made with a public key or none · 8 without their digits");
  });

  test("what a server has logged was sent as it stands, and what a list holds may have been copied from HTML", async () => {
    const escaped = (n: number) => sign(path(n), OTHERS).replace("&signature", "&amp;signature");
    const sent = await runOn(many(2, (n) => logLine(escaped(n))));
    expect(groupOf(sent, "url-html-escaped")?.known?.isImpossible).toBe(true);
    const listed = await runOn(many(2, escaped));
    expect(groupOf(listed, "url-html-escaped")?.known?.isImpossible).toBe(false);
  });

  test("a stop in the second reading keeps what was sorted", async () => {
    let pauses = 0;
    const run = await runOn(right(3_000), () => {
      if (++pauses > 10) throw new Stopped();
    });
    expect(run.summary().state).toBe("stopped");
  });
});
