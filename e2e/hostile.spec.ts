import { readClipboard } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";

const megabyte = 1 << 20;

// Of everything that a megabyte can be made of, `naughty.test.ts` tries the rest: here are the most parameters and the most to escape.
test("a megabyte of URL is signed, and every key still is", async ({ playground }) => {
  test.slow();
  await playground.setSecret("secret");
  for (const unit of ["&a=1", "é"]) {
    await playground.setUrl(`https://acme.test/?q=${unit.repeat(megabyte / unit.length)}`);
    expect((await playground.outputs()).signature, unit).toMatch(/^[0-9a-f]{40}$/);
    await playground.url.press("End");
    await playground.page.keyboard.insertText("z");
    expect((await playground.outputs()).signingString.endsWith("z"), unit).toBe(true);
  }
});

test("what is typed into a megabyte that is still to be laid out is kept", async ({ playground, page }) => {
  test.slow();
  const long = `https://acme.test/?q=${"a".repeat(megabyte)}`;
  await playground.setUrl(long);
  await page.keyboard.type("x/");
  await expect(playground.url).toBeFocused();
  expect((await playground.outputs()).signingString.slice(-3)).toBe("ax/");
  expect(await playground.url.inputValue()).toBe(`${long}x/`);
  // One after another, without a frame between them.
  await playground.setUrl(long);
  await playground.setUrl(`${long}b`);
  await playground.setUrl("https://acme.test/short.jpg");
  await expect(playground.url).toHaveValue("https://acme.test/short.jpg");
  expect((await playground.outputs()).signingString).toBe("/short.jpg");
  await playground.setUrl(long);
  await playground.secret.focus();
  await page.waitForTimeout(300);
  await expect(playground.secret, "who has gone on is not fetched back").toBeFocused();
});

test("what a megabyte changes is painted before a field without any page has laid it out", async ({
  playground,
}) => {
  test.slow();
  await playground.setSecret("a secret");
  const painted = await playground.url.evaluate(async (field: HTMLTextAreaElement) => {
    const bare = document.createElement("textarea");
    bare.rows = 10;
    bare.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${field.clientWidth}px; word-break: break-all`;
    document.body.append(bare);
    const afterPaint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const measure = async (element: HTMLTextAreaElement, text: string) => {
      element.focus();
      await afterPaint();
      const start = performance.now();
      element.value = text;
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await afterPaint();
      const time = performance.now() - start;
      // What comes later than the frame shall not fall into the next one.
      await new Promise((done) => setTimeout(done, 400));
      await new Promise((done) => requestIdleCallback(done));
      return time;
    };
    const best = { bare: Number.POSITIVE_INFINITY, own: Number.POSITIVE_INFINITY };
    for (const end of ["a", "b", "c"]) {
      const text = `https://acme.test/?q=${"%41".repeat(333_333)}${end}`;
      best.bare = Math.min(best.bare, await measure(bare, text));
      best.own = Math.min(best.own, await measure(field, text));
    }
    bare.remove();
    return best;
  });
  expect(painted.own).toBeLessThan(painted.bare);
});

test("of a very long string the middle is not laid out, says so, and is copied with what is around it", async ({
  playground,
  page,
}) => {
  const string = `/?q=${"0123456789".repeat(4_000)}&end=1`;
  await playground.sign("LibPixel", `https://acme.test${string}`, "secret");
  const text = page.getByTestId("signing-string");
  await expect(text).toHaveText(string);
  await expect(text).not.toHaveText(string, { useInnerText: true });
  const said = text.locator("[data-folds]");
  await expect(said).toHaveAttribute("data-folds", /^… 20,010 more characters/);
  await text.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press("Control+c");
  expect(await readClipboard(playground)).toBe(string);

  const short = string.slice(0, 32_000);
  await playground.setUrl(`https://acme.test${short}`);
  await expect(text).toHaveText(short, { useInnerText: true });
});

test("ten thousand parameters are signed", async ({ playground }) => {
  const query = Array.from({ length: 10_000 }, (_, index) => `p${index}=${index}`).join("&");
  const { signingString } = await playground.sign("LibPixel", `https://acme.test/?${query}`, "secret");
  expect(signingString).toBe(`/?${query}`);
});

test("a megabyte that is no URL is a problem, not a stall", async ({ playground }) => {
  for (const text of [
    "https://".repeat(megabyte / 8),
    "<img src=".repeat(megabyte / 9),
    '"\\'.repeat(megabyte / 2),
  ]) {
    await playground.setUrl(text);
    expect((await playground.outputs()).verdict).not.toBe("valid");
    await expect(playground.url).toHaveValue(text);
  }
});

test("markup is text, wherever it is shown", async ({ page, playground }) => {
  await page.evaluate(() => Object.assign(globalThis, { alert: () => console.error("script ran") }));
  const markup = `<img src=x onerror=alert(1)><svg onload=alert(1)></svg>"><script>alert(1)</script>`;
  for (const scheme of ["LibPixel", "Urlbox"] as const) {
    for (const url of [
      `https://acme.test/${markup}?q=${markup}#${markup}`,
      `https://api.urlbox.com/v1/${markup}/png?url=${markup}`,
      `https://acme.test/?signature=${markup}`,
      markup,
    ]) {
      await playground.sign(scheme, url, markup);
      await expect(page.locator("main img, main script, main svg[onload]")).toHaveCount(0);
    }
  }
});

test("a link is only ever made of an http URL", async ({ page, playground }) => {
  for (const scheme of ["LibPixel", "Urlbox"] as const) {
    for (const url of [
      "javascript:alert(1)",
      "javascript://acme.test/%0aalert(1)",
      " javascript:alert(1)//https://acme.test/",
      "JaVaScRiPt:alert('https://acme.test/')",
      "data:text/html,https://acme.test/",
      "blob:https://acme.test/x",
      "\u0001javascript:alert(1)",
      "https://javascript:alert(1)/",
    ]) {
      await playground.sign(scheme, url, "secret");
      const links = await page
        .getByRole("link")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
      expect(
        links.filter((protocol) => protocol !== "http:" && protocol !== "https:"),
        url,
      ).toEqual([]);
    }
  }
});

test("names of object prototypes are names like others", async ({ playground }) => {
  const query = "__proto__=1&constructor=2&toString&hasOwnProperty=&__proto__[x]=3&valueOf=4";
  const { signingString, signedUrl } = await playground.sign(
    "LibPixel",
    `https://acme.test/?${query}`,
    "secret",
  );
  expect(signingString).toBe(`/?${query}`);
  await playground.setUrl(signedUrl);
  expect((await playground.outputs()).verdict).toBe("valid");
});

test("characters that hide or turn text are signed as they are and named where they are shown", async ({
  playground,
}) => {
  for (const [char, escaped] of [
    ["\u202e", "%E2%80%AE"],
    ["\u200b", "%E2%80%8B"],
    ["\ufeff", "%EF%BB%BF"],
    ["\u0000", "%00"],
    ["\u00ad", "%C2%AD"],
  ] as const) {
    const { signingString } = await playground.sign("LibPixel", `https://acme.test/a${char}b`, "secret");
    expect(signingString).toBe(`/a${escaped}b`);
    const change = playground.note("escaped");
    await expect(change).toContainText(escaped);
    expect(await change.textContent()).not.toContain(char);
  }
});
