import { expect, test } from "vitest";
import { renderPages } from "./render";

test("a page shows no line of code that makes another string than its example’s, or the right one", async () => {
  const pages = await renderPages({ css: "../a.css", policy: "" });
  const sourceOf = (id: string) =>
    pages.find(({ fileName }) => fileName === `mistakes/${id}.html`)?.source ?? "";
  expect(sourceOf("signed-with-percent20-for-space")).toContain("query.replaceAll(");
  for (const id of ["signed-with-percent20-for-space", "percent-encoding-case"])
    expect(sourceOf(id), id).not.toMatch(/URLSearchParams\(query|urlencode\(parse_qsl/);
  expect(sourceOf("signed-with-method")).not.toContain("In code, before and after");
});

test("speaks of an example only where it has one, and the index counts those", async () => {
  const pages = await renderPages({ css: "../a.css", policy: "" });
  const ofMistakes = pages.filter(({ fileName }) => !/index|for-docs/.test(fileName));
  const live = ofMistakes.filter(({ source }) => source.includes("A broken case, live"));
  expect(live.length).toBeLessThan(ofMistakes.length);
  for (const { fileName, source } of ofMistakes)
    expect(/example above|in its URL, so this/.test(source), fileName).toBe(
      source.includes("A broken case, live"),
    );
  const index = pages.find(({ fileName }) => fileName === "mistakes/index.html")?.source ?? "";
  expect(index.replaceAll("<!-- -->", "")).toMatch(
    new RegExp(`${ofMistakes.length} mistakes, each with [^.]* and ${live.length}\\s+with a broken case`),
  );
});

const docsOf = async (site?: string) => {
  const pages = await renderPages({ css: "../a.css", policy: "", ...(site && { site }) });
  return pages.find(({ fileName }) => fileName === "mistakes/for-docs.html")?.source ?? "";
};

test("what documentation copies names this copy’s own address, where the build knows it", async () => {
  const docs = await docsOf("https://play.example/sign/");
  for (const copied of ["#v=1&amp;scheme=", "embed.html?theme=auto#v=1"])
    expect(docs).toContain(`https://play.example/sign/${copied}`);
  expect(docs).not.toContain("YOUR-COPY");
});

test("elsewhere it says what stands for that address", async () => {
  expect(await docsOf()).toContain("“YOUR-COPY” stands for the address of this copy.");
});
