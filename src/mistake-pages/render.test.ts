import { expect, test } from "vitest";
import { renderPages } from "./render";

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
