import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PublicRun } from "./known/public-run";
import { reportOf, sumOf } from "./report/report";
import { hmac, INPUT, logLine, many, path, runOn, SECRET, sign } from "./testing";

const reportWith = async (lines: readonly string[], input = {}) =>
  reportOf((await runOn(lines.join("\n"), input)).summary());

async function without(lines: readonly string[]) {
  const run = new PublicRun(new Blob([lines.join("\n")]), { ...INPUT, secret: "" }, () => {});
  await run.go();
  return run.summary();
}

describe("a time", () => {
  const python = (target: string, minute: number) =>
    `2026-11-25 16:${minute},123 INFO web "GET ${target} HTTP/1.1" 403`;
  const iso = (target: string, minute: number) => `2026-11-25T16:${minute}:00Z "GET ${target} HTTP/1.1" 403`;
  const common = (target: string, minute: number, zone: string) =>
    `10.0.0.1 - - [25/Nov/2026:16:${minute}:00${zone}] "GET ${target} HTTP/1.1" 403 9 "-" "x"`;

  test.each([
    ["is UTC where each line names its zone", iso, "between 2026-11-25 16:40 and 2026-11-25 16:46 UTC;"],
    ["is of no zone where no line names one", python, "between 2026-11-25 16:40 and 2026-11-25 16:46;"],
    [
      "of a common log is UTC by its zone",
      (target: string, minute: number) => common(target, minute, " +0100"),
      "between 2026-11-25 15:40 and 2026-11-25 15:46 UTC;",
    ],
    [
      "of a common log without its zone is of none",
      (target: string, minute: number) => common(target, minute, ""),
      "between 2026-11-25 16:40 and 2026-11-25 16:46;",
    ],
  ])("%s", async (_, line, words) => {
    const lines = [
      ...many(6, (n) => line(sign(path(n)), 10 + n)),
      ...many(6, (n) => line(sign(path(n), `${SECRET}\n`), 40 + n)),
    ];
    expect(await reportWith(lines)).toContain(words);
  });

  test("of a zone and one of none are not compared", async () => {
    const lines = [
      ...many(6, (n) => iso(sign(path(n)), 10 + n)),
      ...many(6, (n) => python(sign(path(n), `${SECRET}\n`), 40 + n)),
    ];
    expect(await reportWith(lines)).not.toContain("have a time");
  });
});

test("what one valid URL alone has is not said of the others as a lack", async () => {
  const wrong = many(3, (n) => sign(path(n), `${SECRET}\n`));
  const blurred = many(2, (n) => sign(path(n, "&blur=3")));
  expect(await reportWith([...blurred.slice(1), ...wrong])).not.toContain("None of the 3");
  expect(await reportWith([...blurred, ...wrong])).toContain("None of the 3 have the parameter “blur”");
});

describe("the proof", () => {
  const plain = (n: number) =>
    `${path(n)}&signature=${createHash("sha1")
      .update(SECRET + path(n))
      .digest("hex")}`;
  const mistyped = (n: number) => sign(path(n)).replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));

  test("names what was computed, and what of it is right", async () => {
    expect(await reportWith(many(3, plain))).toContain("Proved for each of the 3 by its own hash.");
    const three = await reportWith(many(3, mistyped));
    expect(three).toContain("The other digits of each of the 3 are those of its own HMAC.");
    expect(three).not.toContain("Proved");
    expect(await reportWith([mistyped(1)])).toContain("Its other digits are those of its own HMAC.");
    expect(await reportWith([sign(path(1), `${SECRET}\n`)])).toContain("Proved by its own HMAC.");
  });
});

describe("what came along when the secret was entered", () => {
  const right = many(5, (n) => sign(path(n)));

  test.each([`${SECRET} `, `${SECRET}\n`, `"${SECRET}"`])("makes no URL wrong: %j", async (secret) => {
    const run = await runOn(right.join("\n"), { secret });
    expect(sumOf(run.summary())).toBe("5 URLs · 5 right if the secret was entered wrong");
  });

  test("leaves wrong what is wrong besides", async () => {
    const run = await runOn([...right, `${sign(path(7))}&utm_source=x`].join("\n"), { secret: `${SECRET} ` });
    expect(sumOf(run.summary())).toMatch(
      /^6 URLs · 5 right if the secret was entered wrong · 1 (?:wrong|unexplained)/,
    );
  });

  test("is none of the entry where the code has it", async () => {
    const run = await runOn(many(3, (n) => sign(path(n), `${SECRET}\n`)).join("\n"));
    expect(sumOf(run.summary())).toBe("3 URLs · 3 wrong for one reason");
  });
});

describe("without the secret", () => {
  test.each([
    ["a messenger’s callback", `/wx?signature=${hmac("x")}&timestamp=1732612345&nonce=7`],
    ["a shop’s proxy", `/proxy?shop=x&timestamp=1&signature=${hmac("x", "k", "sha256")}`],
    ["a payment", `https://pay.test/pay?signature=${hmac("x")}&id=1`],
  ])("%s is no certain fault, for it may be another service’s", async (_, url) => {
    const summary = await without(many(4, () => url).map((line) => logLine(line)));
    expect(sumOf(summary)).toBe("4 URLs · 4 perhaps another service’s");
    const report = reportOf(summary);
    expect(report).toContain("nothing in them is LibPixel’s");
    expect(report).not.toContain("Certain");
    expect(report).not.toMatch(/Fix: (?!If they are LibPixel’s: )/);
  });

  test("URLs that may be another service’s are told apart by why they could not be valid", async () => {
    const summary = await without([
      ...many(2, (n) => `https://img.test/photos/${n}?signature=${hmac(`${n}`, "k", "sha256")}`),
      `https://img.test/photos/1?signature=${hmac("x")}&w=3`,
    ]);
    expect(sumOf(summary)).toBe("3 URLs · 3 perhaps another service’s");
    expect(reportOf(summary)).toContain(
      "By its rule they could not be valid. The signatures have 64 digits.",
    );
    expect(reportOf(summary)).toContain("“w” stands behind the signature");
  });

  test.each([
    ["an option", `/wx?width=3&signature=${hmac("x")}&_=1`],
    ["an image", `/a.jpg?signature=${hmac("x")}&_=1`],
    ["its host", `https://acme.libpx.com/a?signature=${hmac("x")}&_=1`],
  ])("%s says that it is the vendor’s", async (_, url) => {
    const summary = await without(many(4, () => url));
    expect(sumOf(summary)).toContain("cannot be valid");
    // Which of the two stories is true, only the secret can tell.
    expect(reportOf(summary)).toContain("what was added to a signed URL has to be signed, too, or left out.");
  });
});

test("with a secret, what may be another service’s is told of those that nothing explains", async () => {
  const line = "Perhaps another service’s: nothing but “signature” says LibPixel.";
  const callbacks = many(2, (n) => `/cb?ok=${n}&signature=${hmac(`${n}`, "k", "sha256")}`);
  const images = many(2, (n) => sign(path(n), "another secret"));
  expect(await reportWith([sign(path(3)), ...callbacks])).toContain(line);
  expect(await reportWith([...images, ...callbacks])).toContain(`${line} (2 of 4)`);
  expect(await reportWith(images)).not.toContain(line);
});

test("a path without a signature may be none of the vendor’s", async () => {
  const pages = ["/search?q=x&width=5", "/blog?mode=dark"];
  const report = await reportWith([...many(3, (n) => sign(path(n))), ...pages].map((line) => logLine(line)));
  expect(report).toContain("2 · Not signed.\n  A path without a signature may be another page of the site.");
  const misplaced = `/a.jpg&signature=${hmac("/a.jpg")}`;
  const inPath = await reportWith([sign(path(1)), misplaced].map((line) => logLine(line)));
  expect(inPath).toContain("The example has 40 digits behind “signature=”, but where none is read.");
  expect(inPath).not.toContain("another page");
  const own = await reportWith(["https://acme.libpx.com/a.jpg?width=3"]);
  expect(own).not.toContain("another page");
});

test("the API key that is entered as the secret is told as that", async () => {
  const link = (n: number, key = "pubKey1234") => {
    const query = `url=https%3A%2F%2Fa.test&width=${n}`;
    return `https://api.urlbox.com/v1/${key}/${hmac(query, "the real one", "sha256")}/png?${query}`;
  };
  const secret = "pubKey1234\n";
  const report = await reportWith(
    many(3, (n) => link(n)),
    { schemeId: "urlbox", secret },
  );
  expect(report).toContain("What is entered as the secret stands in 3 URLs as the API key.");
  const others = await reportWith(
    many(3, (n) => link(n, "otherKey99")),
    { schemeId: "urlbox", secret },
  );
  expect(others).not.toContain("as the API key");
});
