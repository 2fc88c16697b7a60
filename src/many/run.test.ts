import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { csvOf } from "./report/csv";
import { reportOf, sumOf } from "./report/report";
import { Run } from "./run";
import { Stopped } from "./sorting";
import { counts, hmac, INPUT, logLine, many, path, runOn, SECRET, sign } from "./testing";

const log = [
  ...many(29, (n) => logLine(sign(path(n)), { address: n % 2 ? "10.0.3.5" : "10.0.3.6", second: n })),
  ...many(8, (n) => logLine(sign(path(n), `${SECRET}\n`), { address: "10.0.3.7", second: 40 + n })),
  ...many(3, (n) => logLine(`${sign(path(n))}&utm_source=nl`, { second: 50 + n })),
  ...many(2, (n) => logLine(path(n))),
  logLine("/favicon.ico"),
  "",
  "no URL at all",
];

test("a line that is read in pieces is counted once, and not where a URL stands in one of them", async () => {
  const long = "[".repeat(200_000);
  const read = async (text: string) => {
    const { lines, urls, without } = (await runOn(text)).summary();
    return { lines, urls, without };
  };
  expect(await read(long)).toEqual({ lines: 1, urls: 0, without: 1 });
  expect(await read(`${long} ${sign(path(1))}\n${long}`)).toEqual({ lines: 2, urls: 1, without: 1 });
});

describe("a log", () => {
  test("its URLs are grouped by what is wrong with them", async () => {
    const run = await runOn(log.join("\n"));
    expect(counts(run)).toEqual({
      valid: 29,
      "secret-with-newline": 8,
      "parameter-added-after-signing": 3,
      unsigned: 2,
    });
    const { state, lines, urls, without } = run.summary();
    expect({ state, lines, urls, without }).toEqual({ state: "done", lines: 45, urls: 42, without: 2 });
    expect(sumOf(run.summary())).toBe("42 URLs · 29 valid · 11 wrong for 2 reasons · 2 unsigned");
  });

  test("what the failing ones share and the valid ones lack is told with its counts", async () => {
    const { groups } = (await runOn(log.join("\n"))).summary();
    const facts = (id: string) =>
      groups.find((group) => group.id === id)?.facts.map(({ sentence }) => sentence);
    expect(facts("secret-with-newline")).toContain(
      "All 8 have the address 10.0.3.7; none of the 29 valid ones does: theirs is 10.0.3.6 or 10.0.3.5.",
    );
    expect(facts("parameter-added-after-signing")?.[0]).toBe(
      "All 3 have the parameter “utm_source”; none of the 29 valid ones does.",
    );
  });

  test("a mistake that changes nothing of a URL is none of it", async () => {
    const spaced = (n: number) => `/summer%20sale/${n}.jpg?width=${n}`;
    const shouted = (text: string) => text.replace(/[0-9a-f]{40}/, (digits) => digits.toUpperCase());
    const decoded = many(3, (n) => sign(spaced(n), SECRET, spaced(n).replace("%20", " ")));
    const added = many(3, (n) => `${sign(path(n))}&utm_source=nl`);
    const upper = many(3, (n) => shouted(sign(path(n))));
    expect(counts(await runOn([...decoded, ...added, ...upper].join("\n")))).toEqual({
      "signed-decoded-path": 3,
      "parameter-added-after-signing": 3,
      "signature-in-uppercase": 3,
    });
  });

  test("a group in which one URL has two stories is not told as if it had one", async () => {
    const tracked = many(3, (n) => `${sign(path(n))}&utm_source=nl`);
    const left = many(2, (n) => sign(path(n, "&height=90&blur=3"), SECRET, path(n, "&height=90")));
    const [group] = (await runOn([...tracked, ...left].join("\n"))).summary().groups;
    expect([group?.id, group?.count]).toEqual(["parameter-added-after-signing", 5]);
    expect(group?.diagnosis?.mistakes.map(({ title }) => title)).toEqual([
      "A part of the query was not signed.",
    ]);
  });

  test("an old secret is told by the line in which it was entered", async () => {
    const old = many(5, (n) => logLine(sign(path(n), "the-old-one")));
    const run = await runOn(old.join("\n"), { otherSecrets: ["", "the-old-one"] });
    expect(counts(run)).toEqual({ "secret-of-another-environment": 5 });
    expect(run.summary().groups[0]?.details).toEqual([["It is in line 2 of the other secrets.", 5]]);
  });

  test("it may be gzip", async () => {
    expect(counts(await runOn(new Blob([gzipSync(log.join("\n"))])))).toMatchObject({ valid: 29 });
  });

  test("a stop keeps what was read", async () => {
    let pauses = 0;
    const run = new Run(new Blob([many(5_000, (n) => logLine(sign(path(n)))).join("\n")]), INPUT, () => {
      if (++pauses > 3) throw new Stopped();
    });
    await run.go();
    const { state, urls, lines } = run.summary();
    expect(state).toBe("stopped");
    expect(urls).toBeGreaterThan(0);
    expect(lines).toBeLessThan(5_000);
  });
});

describe("what is handed out", () => {
  test("the report says it all in words, and the CSV to the line", async () => {
    const run = await runOn(log.join("\n"));
    const report = reportOf(run.summary());
    expect(report).toContain("42 URLs · 29 valid · 11 wrong for 2 reasons · 2 unsigned\n");
    expect(report).toContain("8 · A line break was part of the secret.\n  One line feed at the end.\n");
    expect(report).toContain("Proved for each of the 8 by its own HMAC.");
    expect(report).toContain("Lines 30 to 37, for example /catalog/0.jpg?width=100&signature=");
    const records = csvOf(run.groups.all, true).split("\r\n");
    expect(records[0]).toBe("line,url,verdict,mistakes");
    expect(records[1]).toBe(`1,${sign(path(0))},valid,`);
    expect(records[30]).toBe(`30,${sign(path(0), `${SECRET}\n`)},mismatch,secret-with-newline`);
    expect(records[38]).toMatch(/^38,.*,mismatch,parameter-added-after-signing$/);
    expect(records).toHaveLength(44);
  });

  test("what is said of one URL alone stands for the others, and what is said of most is counted", async () => {
    const changed = (n: number) =>
      sign(path(n)).replace(/width=(\d+)/, (_, width) => `width=${2 * Number(width)}`);
    const report = reportOf(
      (await runOn([...many(20, (n) => sign(path(n))), ...many(4, changed)].join("\n"))).summary(),
    );
    expect(report).toMatch(
      / {2}One of them: When it was signed, “width” was 10\d\.\n {2}Proved for each of the 4/,
    );
    expect(report).not.toContain("(1 of 4)");
  });

  test("no cell is a formula, and commas and quotes stay in theirs", () => {
    const rows = ['=cmd|"/c calc"!A1', "https://a.test/?a=1,2", "-1+1", "\tx"];
    const groups = [{ id: "valid", rows: rows.map((url, at) => ({ line: at + 1, url })) }];
    expect(csvOf(groups as never, true)).toBe(
      `line,url,verdict,mistakes\r\n1,"'=cmd|""/c calc""!A1",valid,\r\n2,"https://a.test/?a=1,2",valid,\r\n3,'-1+1,valid,\r\n4,'\tx,valid,\r\n`,
    );
  });

  test.each([
    ["https://a.test/?a;=cmd|'/c calc'!A0;b", "https://a.test/?a;'=cmd|'/c calc'!A0;b"],
    ["https://a.test/?a=1;;-2+3", "https://a.test/?a=1;;'-2+3"],
    ["https://a.test/?a;\t@SUM(A1)", "https://a.test/?a;'\t'@SUM(A1)"],
    ['a;"=1', `"a;""'=1"`],
    ["＝1+1", "'＝1+1"],
    ["https://a.test/?a=1;b=-2&amp;c=+3", "https://a.test/?a=1;b=-2&amp;c=+3"],
  ])("nor is one where a semicolon or a tab parts cells: %s", (url, cell) => {
    const groups = [{ id: "valid", rows: [{ line: 1, url }] }];
    expect(csvOf(groups as never, true)).toBe(`line,url,verdict,mistakes\r\n1,${cell},valid,\r\n`);
  });

  test("a secret that stands in the file is in no row, report or CSV", async () => {
    const spaced = "pass word/of 7";
    const text = [
      sign(`/a.jpg?width=1&key=${SECRET}`),
      sign(`/b.jpg?width=1&key=${encodeURIComponent(spaced)}`),
      sign(`/c.jpg?width=1&text=${SECRET}`, `${SECRET}\n`),
      sign(`/d.jpg?width=1&text=${SECRET}`, `${SECRET}\n`),
    ];
    const run = await runOn(
      text.map((url, at) => logLine(url, { agent: at > 1 ? SECRET : "x y" })).join("\n"),
      {
        otherSecrets: [spaced],
      },
    );
    const out = reportOf(run.summary()) + csvOf(run.groups.all, true) + JSON.stringify(run.summary());
    expect(
      run
        .summary()
        .groups[0]?.facts.map(({ sentence }) => sentence)
        .join(),
    ).toContain("agent “«secret»”");
    for (const secret of [SECRET, spaced, encodeURIComponent(spaced)]) expect(out).not.toContain(secret);
  }, 120_000);
});

describe("vendors", () => {
  test("each URL tells its own", async () => {
    const query = "url=https%3A%2F%2Ffjord.test&width=3";
    const urls = [
      `https://api.urlbox.com/v1/KEY/${hmac(query)}/png?${query}`,
      `/v1/KEY/${hmac(query, SECRET, "sha256")}/png?${query}`,
      `https://fjord.libpx.com${sign(path(1))}`,
      `https://img.fjord.test${sign(path(2))}`,
      `https://api.urlbox.com/v1/KEY/png?${query}`,
    ];
    expect(counts(await runOn(urls.join("\n")))).toEqual({ valid: 4, unsigned: 1 });
    expect(counts(await runOn(urls.join("\n"), { schemeId: "urlbox" }))).toEqual({ valid: 4, unsigned: 1 });
  });

  test("an image that was not signed is told among signed ones of its host, in whatever lines", async () => {
    const signed = (at: number) => `https://img.fjord.test${sign(path(at))}`;
    const [first, second] = [signed(1), signed(2)];
    const forgotten = `https://img.fjord.test${path(3)}`;
    const urls = [first, forgotten, second];
    const others = ["https://www.fjord.test/page.html?width=3", "https://img.fjord.test/imprint.html"];
    const forms: readonly ((url: string) => string)[] = [
      (url) => `<img src="${url.replaceAll("&", "&amp;")}">`,
      (url) => JSON.stringify({ image: url, status: 200 }),
      (url) => `7,"${url}",200`,
      (url) => `GET ${url} 200`,
    ];
    for (const form of forms)
      expect(counts(await runOn([...urls, ...others].map(form).join("\n"))), form(first)).toEqual({
        valid: 2,
        unsigned: 1,
      });
  });

  test("what cannot be signed is counted by its problem", async () => {
    const run = await runOn("https://api.urlbox.com/v1/KEY/png\n", { schemeId: "urlbox" });
    expect(run.summary().groups[0]).toMatchObject({ id: "problem", count: 1 });
    expect(run.summary().groups[0]?.details[0]?.[0]).toContain("no query");
  });
});

test("digits that are hidden are no mistake, with the secret and without", async () => {
  const hide = (by: string) => logLine(sign(path(1)).replace(/[0-9a-f]{40}/, by));
  const lines = [...many(3, () => hide("[FILTERED]")), hide("<signature>"), logLine(sign(path(2), ""))].join(
    "\n",
  );
  const run = await runOn(lines);
  expect(counts(run)).toMatchObject({ "signature-hidden": 3, "signature-placeholder": 1 });
  expect(sumOf(run.summary())).toContain(" · 4 without their digits");
  expect(csvOf(run.groups.all, true)).toMatch(/\[FILTERED\],unchecked,signature-hidden/);
});
