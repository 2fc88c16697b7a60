import { expect, testInOpenTab as test } from "./fixtures";

interface Row {
  readonly input: string;
  readonly out: readonly string[];
}

const rows: Readonly<Record<"LibPixel" | "Urlbox", readonly Row[]>> = {
  LibPixel: [
    { input: "https://a.test/1.jpg?width=4", out: [] },
    { input: " https://a.test/1.jpg ", out: ["trimmed"] },
    { input: "https://a.test/1 é.jpg", out: ["escaped"] },
    { input: "https://a.test/1\n.jpg", out: ["line-breaks-removed"] },
    { input: "https://a.test/?q='", out: ["delivery"] },
    { input: "https://a test/1.jpg", out: ["host"] },
    { input: "https://a.test/1.jpg#top", out: ["fragment"] },
    { input: "https://a.test/1.jpg?", out: ["question-mark-dropped"] },
    { input: "https://a.test?src=1.jpg", out: ["empty-path"] },
    { input: "https://a.test/p?src=https://b.test/1.jpg", out: ["unescaped-src"] },
    { input: "https://a.test/p?signature=abc&width=1", out: ["signature-not-last"] },
    { input: `https://a.test/p&signature=${"0123456789".repeat(4)}`, out: ["signature-joined"] },
    { input: `https://a.test/p?a=1&sig=${"0123456789".repeat(4)}`, out: ["signature-misnamed"] },
    { input: "https://a.test/1.jpg?a=1&#38;b=2", out: ["cut-by-html"] },
    { input: "https://a.test/1.jpg?a=1&amp;b=2", out: ["html-ampersand"] },
    { input: "curl https://a.test/1.jpg?a=1&b=2", out: ["found", "unquoted"] },
    { input: `https://a.test/p…&signature=${"0123456789".repeat(4)}`, out: ["escaped", "shortened"] },
    { input: "<https://a.test/1.jpg>", out: ["found"] },
    { input: '<img src="https://a.test/1.jpg?a=1&amp;b=2">', out: ["found", "html-unescaped"] },
  ],
  Urlbox: [
    { input: "https://api.urlbox.com/v1/KEY/png?url=a.test", out: [] },
    { input: "https://api.urlbox.com/v1/KEY/bmp?url=a.test", out: ["unknown-format"] },
    { input: "https://api.urlbox.com/v1/KEY/png?url=https://a.test", out: ["unescaped-url"] },
    { input: "https://api.urlbox.com/v1/KEY/png?url=a.test#top", out: ["fragment"] },
    {
      input: "https://api.urlbox.com/v1/KEY/png/a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73?url=a.test",
      out: ["token-misplaced"],
    },
  ],
};

for (const scheme of ["LibPixel", "Urlbox"] as const) {
  test(`${scheme}: each change and each risk has its note`, async ({ playground }) => {
    await playground.setScheme(scheme);
    for (const { input, out } of rows[scheme]) {
      await playground.setUrl(input);
      expect.soft((await playground.outputs()).notes, input).toEqual(out);
      for (const kind of out) await expect.soft(playground.note(kind)).toHaveText(/\w.{20,}/s);
    }
  });
}

test("what was escaped is shown, before and after", async ({ playground }) => {
  await playground.setUrl("https://a.test/é ?q=\u200b");
  const note = playground.note("escaped");
  for (const text of ["é", "%C3%A9", "%20", "%E2%80%8B"]) await expect(note).toContainText(text);
});

test("one click escapes src, and the note is gone", async ({ playground }) => {
  await playground.setUrl("https://a.test/p?src=https://b.test/1.jpg?v=1&width=9");
  await playground.note("unescaped-src").getByRole("button").click();
  await expect(playground.url).toHaveValue(
    "https://a.test/p?src=https%3A%2F%2Fb.test%2F1.jpg%3Fv%3D1&width=9",
  );
  expect((await playground.outputs()).notes).toEqual([]);
});

const problems: Readonly<Record<keyof typeof rows, readonly { input: string; out: string }[]>> = {
  LibPixel: [
    { input: "", out: "no-url" },
    { input: "  \n ", out: "no-url" },
    { input: "https://", out: "no-host" },
    { input: "/images/1.jpg", out: "no-host" },
    { input: "ftp://a.test/1.jpg", out: "unsupported-scheme" },
    { input: "javascript:alert(1)", out: "unsupported-scheme" },
    { input: "a.test/1.jpg", out: "no-scheme" },
  ],
  Urlbox: [
    { input: "", out: "no-url" },
    { input: "ftp://a.test/", out: "unsupported-scheme" },
    { input: "https://api.urlbox.com/v1/KEY/png", out: "no-query" },
    { input: "https://api.urlbox.com/v1/KEY/png?width=300", out: "no-target" },
    { input: "https://api.urlbox.com/v1/KEY?url=a.test", out: "no-format" },
    { input: "https://a.test/", out: "no-api-key" },
  ],
};

for (const scheme of ["LibPixel", "Urlbox"] as const) {
  test(`${scheme}: what cannot be signed is said, and what was typed stays`, async ({ playground }) => {
    await playground.setScheme(scheme);
    for (const { input, out } of problems[scheme]) {
      await playground.setUrl(input);
      expect.soft(await playground.outputs(), input).toMatchObject({
        verdict: "problem",
        problem: out,
        signature: "",
        signedUrl: "",
      });
      await expect.soft(playground.page.getByTestId("problem")).toHaveText(/\w.{20,}/s);
      await expect.soft(playground.url).toHaveValue(input);
      await expect.soft(playground.openLink).toHaveCount(0);
    }
  });
}

test("a missing https:// is added by one click", async ({ playground }) => {
  await playground.setUrl("a.test/1.jpg?width=4");
  await playground.setSecret("secret");
  await playground.button("Add https://").click();
  await expect(playground.url).toHaveValue("https://a.test/1.jpg?width=4");
  expect((await playground.outputs()).verdict).toBe("unsigned");
});

test("a page that is no secure context says so, and signs nothing", async ({ playground, faults }) => {
  const address = new URL(process.env.PLAYGROUND_ADDRESS ?? "");
  address.hostname = "insecure.test";
  await playground.open(address.href);
  expect(await playground.outputs()).toMatchObject({
    verdict: "problem",
    problem: "no-webcrypto",
    signature: "",
    signedUrl: "",
  });
  // Chromium itself remarks that headers need a trustworthy origin there.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/untrustworthy|Opener-Policy/.test(fault)));
});

test("while a URL is typed no note comes that the next key takes away", async ({ playground, page }) => {
  await playground.setUrl("https://a.libpx.com/a.jpg");
  await playground.url.press("End");
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      for (const note of document.querySelectorAll<HTMLElement>("[data-note]"))
        seen.push(note.dataset.note ?? "");
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.type("?width=300&height=", { delay: 20 });
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  // What is not settled is not said to be there.
  await expect(playground.result).toHaveAttribute("aria-busy", "true");
  await playground.waitForResult();
  await expect(playground.note("unset-value")).toContainText("“height=”");
  await page.keyboard.type("2");
  await expect(playground.note("unset-value")).toHaveCount(0);
  // A paste is whole.
  await playground.setUrl("https://a.libpx.com/a.jpg?width=300&height=");
  expect((await playground.outputs()).notes).toEqual(["unset-value"]);

  await playground.setUrl("https://a.libpx.com/a.jpg?width=300");
  await playground.url.press("End");
  await page.keyboard.type("&height=");
  await expect(playground.result).toHaveAttribute("aria-busy", "true");
  const file = { name: "urls.txt", mimeType: "text/plain", buffer: Buffer.from("https://a.libpx.com/b.jpg") };
  await page.getByLabel("File of URLs", { exact: true }).setInputFiles(file);
  await expect(page.getByTestId("many")).toBeVisible();
  await expect(playground.result).toHaveAttribute("aria-busy", "false");
});
