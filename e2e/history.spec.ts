/** Nothing typed is lost: undo, reload, Back and Forward, each without the secret leaving its field. */
import { createHmac } from "node:crypto";
import { expect, testInOpenTab as test } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

test.use({ loadsAnew: true });

const SECRET = "s3cr3t-of-the-shop";
const own = "https://acme.libpx.com/own.jpg?width=300&height=200";
const verdict = ({ page }: Playground) => page.getByTestId("verdict");
const scheme = ({ page }: Playground, name: string) => page.getByRole("radio", { name, exact: true });

test.describe("every one-click change can be undone", () => {
  for (const { change, from, click } of [
    {
      change: "a rewrite",
      from: "https://a.libpx.com/?src=https://b.test/c.jpg?v=1",
      click: (playground: Playground) => playground.button("Escape src").click(),
    },
    {
      change: "an option moved",
      from: own,
      click: (playground: Playground) => playground.button("Move height up").click(),
    },
    {
      change: "an option removed",
      from: own,
      click: (playground: Playground) => playground.button("Remove height").click(),
    },
    {
      change: "an option edited",
      from: own,
      click: ({ page }: Playground) => page.getByRole("textbox", { name: "width value" }).fill("640"),
    },
    {
      change: "the URL cleared",
      from: own,
      click: (playground: Playground) => playground.button("Clear URL").click(),
    },
    {
      change: "an example",
      from: own,
      click: (playground: Playground) => playground.chooseExample("A line break in the secret"),
    },
  ]) {
    test(change, async ({ playground, page }) => {
      await playground.sign("LibPixel", from, SECRET);
      for (const undo of [
        () => playground.button("Undo").click(),
        async () => {
          await playground.url.focus();
          await page.keyboard.press("ControlOrMeta+Z");
        },
      ]) {
        await expect(playground.button("Undo")).toHaveCount(0);
        await click(playground);
        await expect(playground.url).not.toHaveValue(from);
        await undo();
        await expect(playground.url).toHaveValue(from);
        await expect(playground.secret).toHaveValue(SECRET);
        await playground.waitForResult();
        await expect(verdict(playground)).toHaveAttribute("data-verdict", "unsigned");
      }
    });
  }

  test("the scheme, and the button goes with the next edit", async ({ playground }) => {
    await playground.sign("LibPixel", own, SECRET);
    await playground.setScheme("Urlbox");
    await playground.button("Undo").click();
    await expect(scheme(playground, "LibPixel")).toBeChecked();
    await playground.setScheme("Urlbox");
    await expect(playground.button("Undo")).toBeVisible();
    await playground.url.press("End");
    await playground.url.pressSequentially("0");
    await expect(playground.button("Undo")).toHaveCount(0);
  });

  test("what was typed is undone and done again in the order it was typed, changes among it", async ({
    playground,
    page,
  }) => {
    await playground.setUrl("https://a.libpx.com/?src=https://b.test/c.jpg?v=1");
    await playground.url.press("End");
    await playground.url.pressSequentially("23");
    await playground.button("Escape src").click();
    const escaped = await playground.url.inputValue();
    await playground.url.press("End");
    await playground.url.pressSequentially("&width=1");
    const steps: string[] = [];
    for (let step = 0; step < 12; step++) {
      await playground.url.press("ControlOrMeta+Z");
      steps.push(await playground.url.inputValue());
    }
    expect([...new Set(steps)]).toEqual(
      expect.arrayContaining([
        escaped,
        "https://a.libpx.com/?src=https://b.test/c.jpg?v=123",
        "https://a.libpx.com/?src=https://b.test/c.jpg?v=1",
        "https://acme-shop.libpx.com/products/hero.jpg?width=1200&quality=80",
      ]),
    );
    for (let step = 0; step < 12; step++) await playground.url.press("ControlOrMeta+Shift+Z");
    await expect(playground.url).toHaveValue(`${escaped}&width=1`);
    await page.keyboard.type("0");
    await expect(playground.url).toHaveValue(`${escaped}&width=10`);
  });

  test("by the keys where the focus is in no field, as by the button, and never what was typed before", async ({
    playground,
    page,
  }) => {
    await page.getByRole("tablist", { name: "Language" }).waitFor();
    const wrong = `${own}&signature=${"0".repeat(40)}`;
    await playground.url.fill(wrong);
    await playground.secret.focus();
    await page.keyboard.insertText(SECRET);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(playground.secret, "the secret was typed last: only its field undoes it").toHaveValue(
      SECRET,
    );
    await expect(playground.url).toHaveValue(wrong);
    for (const change of [
      () => playground.button("Remove height").click(),
      () => playground.setScheme("Urlbox"),
      () => playground.chooseExample("A line break in the secret"),
    ]) {
      await change();
      await expect(playground.button("Undo")).toBeVisible();
      await page.keyboard.press("ControlOrMeta+Z");
      await expect(playground.url).toHaveValue(wrong);
      await expect(scheme(playground, "LibPixel")).toBeChecked();
      await expect(playground.secret).toHaveValue(SECRET);
    }
    await page.keyboard.press("ControlOrMeta+Shift+Z");
    await expect(playground.url).not.toHaveValue(wrong);
    await page.keyboard.press("ControlOrMeta+Z");
    await page.getByRole("textbox", { name: "width value" }).focus();
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(playground.secret, "nor does another field that has nothing to undo").toHaveValue(SECRET);
    await playground.secret.focus();
    await page.keyboard.insertText("more");
    await expect(playground.secret).not.toHaveValue(SECRET);
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(playground.secret).toHaveValue(SECRET);
  });

  test("forgotten, a secret is not brought back", async ({ playground }) => {
    await playground.sign("LibPixel", own, SECRET);
    await playground.chooseExample("A line break in the secret");
    await playground.button("Forget secret").click();
    await playground.button("Undo").click();
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret).toHaveValue("");
  });
});

test.describe("the case comes back", () => {
  test("when the page is loaded again, without the secret", async ({ playground, page }) => {
    await playground.setScheme("Urlbox");
    await playground.setHash("SHA-256");
    await playground.sign("Urlbox", "https://example.com/", SECRET);
    await page.getByRole("textbox", { name: "API key" }).fill("my-key");
    await page.reload();
    await playground.waitUntilReady();
    await expect(scheme(playground, "Urlbox")).toBeChecked();
    await expect(scheme(playground, "SHA-256")).toBeChecked();
    await expect(playground.url).toHaveValue("https://example.com/");
    await expect(page.getByRole("textbox", { name: "API key" })).toHaveValue("my-key");
    await expect(playground.secret).toHaveValue("");
    const kept = await page.evaluate(() => ({
      state: JSON.stringify(history.state),
      stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    }));
    expect(kept.state).toContain("example.com");
    expect(kept.state).not.toContain(SECRET);
    expect(kept.stored).not.toContain("example.com");
  });

  test("by Back and Forward, over an example and over a link", async ({ playground, page }) => {
    await playground.sign("LibPixel", own, SECRET);
    await playground.chooseExample("A signed URL to check");
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await page.goBack();
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret, "not the demo secret").not.toHaveValue("LibPixel");
    await page.goForward();
    await expect(playground.url).toHaveValue(/test\.libpx\.com/);
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await page.evaluate(() => {
      location.hash = "#v=1&scheme=urlbox&url=https%3A%2F%2Fexample.com%2Flinked";
    });
    await expect(playground.url).toHaveValue("https://example.com/linked");
    await page.goBack();
    await expect(playground.url).toHaveValue(/test\.libpx\.com/);
    await page.goForward();
    await expect(playground.url).toHaveValue("https://example.com/linked");
  });

  test("by Undo, which leaves the entry of what it takes back: Back goes on from there, and Forward to that", async ({
    playground,
    page,
  }) => {
    await playground.setUrl("https://acme.libpx.com/before.jpg");
    await playground.chooseExample("A line break in the secret");
    await playground.sign("LibPixel", own, SECRET);
    await playground.chooseExample("A signed URL to check");
    const example = await playground.url.inputValue();
    await playground.button("Clear URL").click();
    await playground.button("Undo").click();
    await expect(playground.url).toHaveValue(example);
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret).toHaveValue(SECRET);
    await page.goForward();
    await expect(playground.url).toHaveValue(example);
    await page.goBack();
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret).toHaveValue(SECRET);
    await page.goBack();
    await expect(playground.url).toHaveValue("https://acme.libpx.com/before.jpg");
    // Nothing is left of what was opened above this entry: Undo stays on it.
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("ControlOrMeta+Z");
    await playground.waitForResult();
    await expect(page).toHaveURL(playgroundAddress());
  });

  test("by Back over a URL that was signed again, with the secret", async ({ playground, page }) => {
    const slashless = createHmac("sha1", SECRET).update("own.jpg?width=300&height=200").digest("hex");
    const pasted = `${own}&signature=${slashless}`;
    await playground.sign("LibPixel", pasted, SECRET);
    await playground.button("Sign it again").click();
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await page.goBack();
    await expect(playground.url).toHaveValue(pasted);
    await expect(playground.secret).toHaveValue(SECRET);
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "mismatch");
    await page.goForward();
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(SECRET);
  });

  test("by Back and Undo over a link that was followed, with the secret, which the link’s case is not told", async ({
    playground,
    page,
  }) => {
    const follow = (path: string) =>
      page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#v=1&scheme=libpixel&url=${encodeURIComponent(`https://b.libpx.com/${path}`)}`,
      );
    await playground.sign("LibPixel", own, SECRET);
    for (const path of ["1.jpg", "2.jpg"]) {
      await follow(path);
      await expect(playground.url).toHaveValue(`https://b.libpx.com/${path}`);
      await expect(playground.secret).toHaveValue("");
      await expect(playground.note("linked")).toContainText("The one you had entered comes back");
    }
    await page.goBack();
    await expect(playground.url).toHaveValue("https://b.libpx.com/1.jpg");
    await expect(playground.secret).toHaveValue("");
    await page.goBack();
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret).toHaveValue(SECRET);
    await page.goForward();
    await expect(playground.secret).toHaveValue("");
    await page.goBack();
    await expect(playground.secret).toHaveValue(SECRET);
    await follow("3.jpg");
    await playground.button("Undo").click();
    await expect(playground.url).toHaveValue(own);
    await expect(playground.secret).toHaveValue(SECRET);
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(SECRET);
  });

  test("and after another site", async ({ playground, page }) => {
    await playground.setUrl(own);
    await expect(playground.url).toHaveValue(own);
    await page.goto("about:blank");
    await page.goBack();
    await playground.waitUntilReady();
    await expect(playground.url).toHaveValue(own);
  });

  test("what the address says is on show, or it says nothing", async ({ page, faults }) => {
    expect(faults).toEqual([]);
    const playground = new Playground(page);
    await playground.openAnew(`${playgroundAddress()}#v=1&scheme=libpixel&url=${encodeURIComponent(own)}`);
    await playground.setUrl(`${own}&blur=2`);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.reload();
    await playground.waitUntilReady();
    await expect(playground.url).toHaveValue(`${own}&blur=2`);
  });

  test("a link that is followed stays in the address for as long as its case is on show", async ({
    playground,
    page,
  }) => {
    const hash = `#v=1&scheme=libpixel&url=${encodeURIComponent(`${own}&dpr=2`)}`;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, hash);
    await expect(playground.url).toHaveValue(`${own}&dpr=2`);
    await playground.setSecret(SECRET);
    await playground.waitForResult();
    // Longer than the page waits before it writes its entry.
    await page.waitForTimeout(400);
    expect(new URL(page.url()).hash).toBe(hash);
    await playground.setUrl(`${own}&dpr=3`);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });
});

test("a fragment that says no case is left where it is", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  const playground = new Playground(page);
  await playground.openAnew(`${playgroundAddress()}#a-heading`);
  await playground.setUrl(own);
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain("own.jpg");
  expect(new URL(page.url()).hash).toBe("#a-heading");
});

test("a text that holds the secret is not kept for the next load", async ({ playground, page }) => {
  await playground.setUrl(`https://a.libpx.com/x.jpg?key=${encodeURIComponent(SECRET)}`);
  await playground.setSecret(SECRET);
  await playground.waitForResult();
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state) ?? "")).not.toContain(SECRET);
  const around = `URLBOX_API_SECRET=${SECRET}-old curl 'https://a.libpx.com/x.jpg?width=1'`;
  await playground.setUrl(around);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(history.state) ?? ""))
    .toContain("https://a.libpx.com/x.jpg");
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(SECRET);
  // Pasted into the wrong field, with nothing in the other one.
  await playground.button("Forget secret").click();
  await playground.setUrl("TokenNotMatchedError");
  const kept = () => page.evaluate(() => JSON.stringify(history.state) ?? "");
  await expect.poll(kept).toContain("TokenNotMatchedError");
  await playground.setUrl(`LIBPIXEL_SECRET=${SECRET}`);
  await expect.poll(kept).not.toContain("TokenNotMatchedError");
  expect(await kept()).not.toContain(SECRET);
  await playground.setSecret(SECRET);
  await expect(playground.note("secret-alone")).toBeVisible();
  await expect(page.getByText("This URL holds your secret")).toHaveCount(0);
});
