import { describe, expect, it } from "vitest";
import { listedRows } from "../../many/listed-rows";
import { summarise } from "../../many/report/summary";
import { hmac, runOn, SECRET } from "../../many/testing";
import { fold, listedUrl } from "./listed-url";

const sign = (path: string) => `${path}&signature=${hmac(path)}`;
const PATH = "/a.jpg?width=640&crop=top";

/** What is marked in the examples of a file, and what is read of them. */
async function shown(urls: string) {
  const { groups } = await runOn(urls);
  return summarise(groups, true, (text) => text).map(({ example, diagnosis }) => {
    if (!example) throw new Error("a group without an example");
    const { parts, marks } = listedUrl(example, diagnosis);
    const text = parts.map((part) => part.text).join("");
    expect(text).toBe(example.url);
    const seen = parts
      .map((part) => fold(part))
      .map(([before, within, behind]) => before + (within && "…") + behind);
    return { marked: marks.map(({ start, end }) => text.slice(start, end)), seen: seen.join("") };
  });
}

describe("a URL of a list", () => {
  it.each([
    [`${sign(PATH)}&utm_source=nl`, ["&utm_source=nl"]],
    [`${sign(PATH)}&fbclid=1&gclid=2`, ["&fbclid=1&gclid=2"]],
    [sign(PATH).replace("640", "641"), ["641"]],
    [sign(PATH).replace("&crop", "&amp;crop"), ["amp;"]],
    [`https://fjord.libpx.com${sign(PATH)}&utm_source=nl`, ["&utm_source=nl"]],
  ])("is marked where its mistake shows: %s", async (url, marked) => {
    expect((await shown(url)).flatMap((line) => line.marked)).toEqual(marked);
  });
  it("is not marked where the mistake is in the secret, or by the mistake of another one", async () => {
    expect(await shown(`${PATH}&signature=${hmac(PATH, `${SECRET}\n`)}`)).toMatchObject([{ marked: [] }]);
    const { groups } = await runOn(`${sign(PATH)}&utm_source=nl`);
    const [group] = summarise(groups, true, (text) => text);
    const other = { line: 2, url: `${sign("/b.jpg?w=1")}&fbclid=1`, scheme: "libpixel" };
    expect(listedUrl(other, group?.diagnosis ?? null).marks).toEqual([]);
  });
  it("is marked in each row of a group, where its own mistake is", async () => {
    const numbers = Array.from({ length: 30 }, (_, n) => n);
    const urls = numbers.flatMap((n) => {
      const [path, other] = [`/${n}.jpg?width=${640 + n}&crop=top`, `/k${n}.jpg?w=1`];
      return [
        sign(path),
        `${sign(path)}&utm_source=nl`,
        sign(path).replace("&crop", `&utm_medium=m${n}&crop`),
        `${other}&signature=${hmac(other, `${SECRET}\n`)}`,
      ];
    });
    const run = await runOn(urls.join("\n"));
    const marked = (group: string, from = 0) =>
      listedRows(run, { group, from, count: 100 }).map((row) =>
        listedUrl(row, row.marks).marks.map(({ start, end }) => row.url.slice(start, end)),
      );
    expect(marked("parameter-added-after-signing")).toEqual(
      numbers.flatMap((n) => [["&utm_source=nl"], [`&utm_medium=m${n}`]]),
    );
    expect(marked("parameter-added-after-signing", 58)).toHaveLength(2);
    expect(marked("secret-with-newline")).toEqual(numbers.map(() => []));
    expect(marked("valid")).toEqual(numbers.map(() => []));
    expect(marked("none")).toEqual([]);
    const [row] = listedRows(run, { group: "secret-with-newline", from: 0, count: 1 });
    expect(Object.keys(row ?? {}), "no answer, for it may hold the secret").toEqual([
      "line",
      "url",
      "scheme",
      "marks",
    ]);
  });
  it("shows eight digits of a signature, so that what stands behind it is seen", async () => {
    const [line] = await shown(`${sign(PATH)}&utm_source=nl`);
    expect(line?.seen).toBe(`${PATH}&signature=${hmac(PATH).slice(0, 8)}…&utm_source=nl`);
  });
  it("leaves out the middle of a long text, but nothing that has to be named", () => {
    const part = (text: string) => ({ kind: "query", text }) as const;
    expect(fold(part("a".repeat(160)))[1]).toBe("");
    expect(fold(part("a".repeat(161)))[1]).toHaveLength(21);
    expect(fold(part(`${"a".repeat(120)}\u202e${"a".repeat(120)}`))[1]).toBe("");
    expect(fold({ kind: "signature", text: `${"a".repeat(20)}\u202e` })[1]).toBe("");
  });
});
