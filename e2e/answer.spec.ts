/** Where the mistake is, and what to do now: on the first screen, with the right URL one click away. */
import { createHmac } from "node:crypto";
import { copiedBy } from "./clipboard";
import { expect, testInOpenTab as test, test as testInNewTab } from "./fixtures";
import type { Playground } from "./playground";

const SECRET = "s3cr3t-of-the-shop";
const sha1 = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");
const HOST = "https://shopfront.libpx.com";
const rule = "/catalog/jacket-olive.jpg?width=640&crop=top";
const tracked = `${HOST}${rule}&signature=${sha1(rule)}&utm_source=mail&utm_campaign=spring`;

async function diagnose(playground: Playground, url: string): Promise<void> {
  await playground.sign("LibPixel", url, SECRET);
  await untilExplained(playground);
}

async function untilExplained(playground: Playground): Promise<void> {
  await expect(playground.page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained", {
    timeout: 40_000,
  });
}

const marks = ({ page }: Playground) =>
  page
    .getByTestId("mark")
    .evaluateAll((all) => all.map((mark) => [(mark as HTMLElement).dataset.mark, mark.textContent]));

test("the mistake is marked in the URL and in its options, and named in the headline", async ({
  playground,
}) => {
  const { page } = playground;
  await diagnose(playground, tracked);
  expect(await marks(playground)).toEqual([["1", "&utm_source=mail&utm_campaign=spring"]]);
  await expect(page.getByRole("heading", { name: "utm_source and utm_campaign were added" })).toBeVisible();
  // Behind the signature or before it, adding them was one event.
  await expect(page.getByTestId("mistake")).toHaveCount(1);
  await expect(page.getByText("added after signing", { exact: true })).toHaveCount(2);
  await expect(page.getByTestId("signed-by-mistake")).toHaveText(rule);
  await playground.setUrl(`${HOST}${rule}&signature=${sha1(rule)}`);
  await expect(page.getByTestId("mark")).toHaveCount(0);
});

test("two mistakes have two numbers", async ({ playground }) => {
  await diagnose(playground, `${HOST}${rule}&utm_source=mail&signature=${sha1(rule).toUpperCase()}`);
  expect(await marks(playground)).toEqual([
    ["1", "&utm_source=mail"],
    ["2", sha1(rule).toUpperCase()],
  ]);
});

test("green is only what should be: of two mistakes what was added is red where it was sent, too", async ({
  playground,
  page,
}) => {
  const path = "/shop/tasche%20(1).jpg";
  const digits = sha1(`${decodeURIComponent(path)}?width=900`);
  await diagnose(playground, `${HOST}${path}?width=900&signature=${digits}&utm_source=mail`);
  await expect(page.getByTestId("mistake")).toHaveCount(2);
  const runs = (change: string) => page.locator(`[data-diff="${change}"]`).allTextContents();
  expect(await runs("added")).toEqual(["%20"]);
  expect((await runs("removed")).join("")).toBe(" &utm_source=mail");
});

test("a URL of many thousand characters has its marks and colours, and beyond it is said why it has none", async ({
  playground,
  page,
}) => {
  const long = `/a.jpg?text=${"W".repeat(5_000)}`;
  const url = `${HOST}${long}&signature=${sha1(long)}&utm_source=${"y".repeat(5_000)}`;
  await diagnose(playground, url);
  expect(await marks(playground)).toEqual([["1", `&utm_source=${"y".repeat(5_000)}`]]);
  await expect(page.getByLabel("signature value")).toHaveAttribute("data-part", "signature");
  await expect(page.getByText("too long for colours")).toHaveCount(0);
  await playground.setUrl(url + "y".repeat(10_000));
  await expect(page.getByText("has a signature, too long for colours")).toBeVisible();
});

test("each mistake leads to its page, here and in what is shared", async ({ playground, page }) => {
  await diagnose(playground, `${HOST}${rule}&utm_source=mail&signature=${sha1(rule).toUpperCase()}`);
  const links = page.getByRole("link", { name: "More on this mistake" });
  await expect(links).toHaveCount(2);
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) expect(await (await page.request.get(address)).text()).toContain("<h1");
  await playground.button("Share").click();
  for (const address of addresses) {
    await expect(page.getByTestId("share-report")).toContainText(address);
    await expect(page.getByTestId("share-markdown")).toContainText(address);
  }
});

test("marks follow the text into what it stands in", async ({ playground }) => {
  await diagnose(playground, `see "${tracked}" in the mail`);
  expect(await marks(playground)).toEqual([["1", "&utm_source=mail&utm_campaign=spring"]]);
});

test.describe("the corrected URL", () => {
  const cases = [
    ["signed anew where what is sent was not signed", tracked, `${rule}&utm_source=mail&utm_campaign=spring`],
    [
      "undamaged, where the URL was damaged",
      `${HOST}${rule}&signature=${sha1(rule)}`.replaceAll("&", "&amp;"),
      rule,
    ],
    [
      "undamaged and signed anew, where the secret was wrong, too",
      `${HOST}${rule}&signature=${sha1(rule, `${SECRET}\n`)}`.replaceAll("&", "&amp;"),
      rule,
    ],
    ["with digits as the vendor reads them", `${HOST}${rule}&signature=${sha1(rule).toUpperCase()}`, rule],
  ] as const;
  for (const [what, url, right] of cases) {
    test(what, async ({ playground }) => {
      await diagnose(playground, url);
      await playground.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const copied = await copiedBy(playground, "Copy corrected URL");
      expect(copied).toBe(`${HOST}${right}&signature=${sha1(right)}`);
      await playground.setUrl(copied);
      expect((await playground.outputs()).verdict).toBe("valid");
    });
  }
});

test("the line of code to change is in the language of the code", async ({ playground }) => {
  const { page } = playground;
  await diagnose(playground, `${HOST}${rule}&signature=${sha1(rule.slice(1))}`);
  await expect(page.getByTestId("diagnosis").locator("figure")).toContainText("Node.js");
  await page.getByRole("tab", { name: "Python", exact: true }).click();
  await expect(page.getByTestId("diagnosis").locator("figure")).toContainText("In Python");
  await playground.setUrl(tracked);
  // What was added here, and no example of it.
  await expect(page.getByTestId("diagnosis").locator("figure")).toContainText(
    "&utm_source=mail&utm_campaign=spring",
  );
});

test.describe("on the first screen", () => {
  test.use({ loadsAnew: true });
  const source = Array.from({ length: 60 }, (_, at) => `collection-${at}`).join("%2F");
  const long = `/remote.jpg?src=${source}&width=640&quality=85`;
  const options = Array.from({ length: 40 }, (_, at) => `tag=${at % 10}-${at}`);
  const sorted = `/a.jpg?${options.toSorted().join("&")}`;
  const cases = [
    ["a short URL", tracked],
    ["the end of a long one", `${HOST}${long.replace("85", "80")}&signature=${sha1(long)}`],
    ["many parameters in another order", `${HOST}/a.jpg?${options.join("&")}&signature=${sha1(sorted)}`],
    ["two mistakes", `${HOST}${rule}&utm_source=mail&signature=${sha1(rule).toUpperCase()}`],
  ] as const;
  for (const [width, height] of [
    [1440, 900],
    [768, 1024],
    [360, 740],
  ] as const) {
    test(`${width}×${height}: cause, place and corrected URL`, async ({ playground, page }) => {
      await page.setViewportSize({ width, height });
      for (const [what, url] of cases)
        await test.step(what, async () => {
          // A case of its own: beside the last one’s answer the inputs stand folded, and the page may be scrolled.
          await playground.startOver();
          await page.evaluate(() => scrollTo(0, 0));
          // The secret last: a field in which somebody is at work is not scrolled.
          await playground.setUrl(url);
          await playground.setSecret(SECRET);
          await untilExplained(playground);
          await expect(page.getByTestId("mistake").getByRole("heading").last()).toBeInViewport({ ratio: 1 });
          await expect(page.getByTestId("mark").first()).toBeInViewport();
          await expect(playground.button("Copy corrected URL")).toBeInViewport({ ratio: 1 });
        });
    });
  }
});

test("where something was signed that the URL lacks, its place is drawn, and no character is marked", async ({
  playground,
  page,
}) => {
  await diagnose(playground, `${HOST}${rule}&signature=${sha1(rule.replace("?", "?quality=80&"))}`);
  await expect(page.getByTestId("mistake")).toHaveAttribute(
    "data-mistake",
    "parameter-removed-after-signing",
  );
  await expect(page.getByTestId("mark")).toHaveCount(0);
  await expect(page.locator(".gap")).toHaveCount(1);
});

test("the character of a secret that was mistyped is marked among its dots", async ({ playground, page }) => {
  const swapped = `${SECRET.slice(0, 4)}${SECRET[5]}${SECRET[4]}${SECRET.slice(6)}`;
  await diagnose(playground, `${HOST}${rule}&signature=${sha1(rule, swapped)}`);
  const drawing = page.getByTestId("diagnosis").locator('[data-part="key"]');
  await expect(drawing).toHaveText("•".repeat(SECRET.length));
  await expect(drawing.locator(".marked")).toHaveText("••");
});

testInNewTab(
  "on a phone the inputs fold beside an answer, and stay within reach",
  async ({ playground, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await diagnose(playground, tracked);
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    await expect(edit).toBeVisible();
    await expect(page.getByRole("radiogroup", { name: "Scheme" })).toBeHidden();
    const other = `${HOST}/b.jpg?width=1&signature=${sha1("b.jpg?width=1")}`;
    await playground.setUrl(other);
    await expect(page.getByTestId("mistake")).toHaveAttribute("data-mistake", "signed-without-leading-slash");
    await edit.click();
    await expect(page.getByRole("radiogroup", { name: "Scheme" })).toBeVisible();
    await playground.url.press("End");
    await expect(edit).toBeHidden();
    await playground.url.blur();
    await expect(edit).toBeVisible();
  },
);

testInNewTab.describe("under a thumb", () => {
  testInNewTab.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  testInNewTab("a bar says the verdict while one types, and moves nothing", async ({ playground, page }) => {
    await playground.open();
    const bar = page.locator("[aria-hidden]", { hasText: /^[○!→✓✕] / });
    await playground.setUrl(`${HOST}${rule}&signature=${sha1(rule)}`);
    await playground.url.blur();
    await expect(bar).toHaveCount(0);
    await playground.secret.tap();
    await expect(bar).toBeInViewport({ ratio: 1 });
    const [there, without] = await bar.evaluate((element: HTMLElement) => {
      const shown = document.documentElement.scrollHeight;
      element.hidden = true;
      return [shown, document.documentElement.scrollHeight];
    });
    expect(there).toBe(without);
    await playground.secret.pressSequentially(SECRET);
    await expect(bar).toHaveText(/^✓ Valid/);
  });

  testInNewTab("a tap on a folded field opens it and nothing else", async ({ playground, page }) => {
    await playground.open();
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    await diagnose(playground, tracked);
    await playground.secret.blur();
    await playground.url.blur();
    await expect(edit).toBeVisible();
    for (const field of [playground.url, playground.secret]) {
      for (const across of [0.1, 0.4, 0.7]) {
        await page.evaluate(() => scrollTo(0, 0));
        const box = await page.locator(".field", { has: field }).boundingBox();
        if (!box) throw new Error("no field to tap");
        await page.touchscreen.tap(box.x + box.width * across, box.y + box.height / 2);
        await expect(edit).toBeHidden();
        await expect(field).toBeFocused();
        await expect(page.getByRole("radio", { name: "LibPixel" })).toBeChecked();
        await field.blur();
        await expect(edit).toBeVisible();
      }
    }
  });

  testInNewTab("what is no word of a text is 44 pixels wide and high", async ({ playground, page }) => {
    const small = () =>
      page.locator("a, button, input, textarea, select, summary, label:has(input)").evaluateAll((all) =>
        all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const { parentElement: parent } = element;
          const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          const isInText = Array.from(parent?.childNodes ?? []).some(
            (node) => node.nodeName === "#text" && node.textContent?.trim(),
          );
          const isSmall = Math.round(width) < 44 || Math.round(height) < 44;
          const name = element.getAttribute("aria-label") || element.textContent || element.id;
          return isSeen && !isInText && width > 1 && isSmall ? [`${name}: ${width} × ${height}`] : [];
        }),
      );
    await page.getByRole("tablist", { name: "Language" }).waitFor();
    expect(await small()).toEqual([]);
    await diagnose(playground, tracked);
    await playground.secret.blur();
    await expect(page.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
    expect(await small()).toEqual([]);
  });
});

test("one Tab leads from the secret to the answer", async ({ playground, page }) => {
  await diagnose(playground, tracked);
  await playground.secret.focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[aria-label=Verdict]") !== null)).toBe(
    true,
  );
});

test("the proof claims no more than what stands in the URL", async ({ playground }) => {
  const proof = playground.page.getByTestId("diagnosis");
  const digits = sha1(rule);
  await diagnose(playground, `${HOST}${rule}&signature=sha1%3D${digits}`);
  await expect(proof).toContainText(`gives the digest that stands in your URL as sha1%3D${digits}.`);
  await diagnose(playground, `${HOST}${rule}&signature=${digits.slice(0, -3)}`);
  await expect(proof).toContainText(
    `gives the digest that stands in your URL as ${digits.slice(0, -3)}: it holds 148 bits, and all of them agree.`,
  );
  await diagnose(playground, tracked);
  await expect(proof).toContainText(`gives ${digits}, all 40 digits in your URL.`);
});

test("on a phone the line with the mistake is the one that is left of a paste of several", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const digits = createHmac("sha1", "s3cret").update("a.jpg?width=3").digest("hex");
  const url = `https://fig.libpx.com/a.jpg?width=3&signature=${digits}`;
  await playground.setUrl(`Hi,\n\nthe image is broken:\n\n> <${url}>\n\nBye`);
  await playground.setSecret("s3cret");
  await expect(page.getByTestId("mistake")).toHaveCount(1);
  const middle = (box: { y: number; height: number } | null) => (box ? box.y + box.height / 2 : 0);
  const field = page.locator(".field", { has: playground.url });
  await expect
    .poll(async () =>
      Math.abs(
        middle(await field.boundingBox()) - middle(await field.locator(".marked").first().boundingBox()),
      ),
    )
    .toBeLessThan(12);
});
