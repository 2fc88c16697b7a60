/** Nothing that the page says is false: not of the demo secret, not of an edit, not of what is still being typed. */
import { createHmac } from "node:crypto";
import { copiedBy, dropText, writeClipboard } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";
import { type Playground, playgroundAddress } from "./playground";

const sha1 = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");
const SECRET = "s3cr3t-of-the-shop";
const rule = "/a.jpg?width=300&mode=fit&title=a%20b";
const signed = `https://acme.libpx.com${rule}&signature=${sha1(SECRET, rule)}`;
const EXAMPLE = "https://acme-shop.libpx.com/products/hero.jpg?width=1200&quality=80";

const verdict = ({ page }: Playground) => page.getByTestId("verdict");
const diagnosis = ({ page }: Playground) => page.getByTestId("diagnosis");
const mistakes = ({ page }: Playground) =>
  page
    .getByTestId("mistake")
    .evaluateAll((all) => all.map((mistake) => (mistake as HTMLElement).dataset.mistake ?? ""));

test.describe("the demo secret takes no part in a case of one’s own", () => {
  for (const { way, enter } of [
    {
      way: "pasted at the end",
      enter: async ({ page }: Playground) => void (await page.keyboard.press("End")),
    },
    {
      way: "pasted at the start",
      enter: async ({ page }: Playground) => void (await page.keyboard.press("Home")),
    },
    {
      way: "pasted in the middle",
      enter: async ({ page }: Playground) => {
        await page.keyboard.press("Home");
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowRight");
      },
    },
  ]) {
    test(`what is ${way} replaces it`, async ({ playground }) => {
      await writeClipboard(playground, SECRET);
      await playground.secret.click();
      await enter(playground);
      await playground.page.keyboard.press("ControlOrMeta+V");
      await expect(playground.secret).toHaveValue(SECRET);
      await expect(playground.page.getByText("demo", { exact: true })).toHaveCount(0);
      await playground.setUrl(signed);
      await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    });
  }

  test("so does what is typed, dropped, put in by an input method, or filled in by a program", async ({
    playground,
    page,
  }) => {
    const again = () => playground.chooseExample("An image with options");
    await playground.secret.click();
    await page.keyboard.type("abc");
    await expect(playground.secret).toHaveValue("abc");

    await again();
    const input = await page.context().newCDPSession(page);
    await playground.secret.focus();
    await input.send("Input.imeSetComposition", { text: "k", selectionStart: 1, selectionEnd: 1 });
    await input.send("Input.imeSetComposition", { text: "ké", selectionStart: 2, selectionEnd: 2 });
    await input.send("Input.insertText", { text: "ké" });
    await expect(playground.secret).toHaveValue("ké");

    await again();
    await dropText(playground, "secret", "dropped-secret");
    await expect(playground.secret).toHaveValue("dropped-secret");
    await expect(page.getByText("demo", { exact: true })).toHaveCount(0);
  });

  test("looked into and left, it is what it was; deleted, it is gone", async ({ playground, page }) => {
    const { signature } = await playground.outputs();
    await playground.secret.focus();
    await playground.url.focus();
    await expect(playground.secret).toHaveValue("demo-auth-secret");
    expect((await playground.outputs()).signature).toBe(signature);
    await playground.secret.focus();
    await page.keyboard.press("Backspace");
    await playground.url.focus();
    await expect(playground.secret).toHaveValue("");
    expect((await playground.outputs()).verdict).toBe("empty");
  });

  test("another host or path, or an API key, empties the field, and says how to have it back", async ({
    playground,
    page,
  }) => {
    for (const own of [
      "https://acme.libpx.com/products/hero.jpg?width=1200&quality=80",
      "https://acme-shop.libpx.com/products/other.jpg?width=1200&quality=80",
      "an own text",
    ]) {
      await playground.chooseExample("An image with options");
      await expect(playground.secret).toHaveValue("demo-auth-secret");
      await playground.setUrl(own);
      await expect(playground.secret, own).toHaveValue("");
      await expect(page.getByPlaceholder("Paste your Auth Secret", { exact: true })).toBeVisible();
    }
    await playground.chooseExample("An image with options");
    await playground.setUrl(EXAMPLE.replace("1200", "640"));
    await expect(playground.secret, "options are there to play with").toHaveValue("demo-auth-secret");

    await playground.setUrl("https://acme.libpx.com/own.jpg?width=1");
    await playground.button("use the demo secret").click();
    const { signature, signingString } = await playground.outputs();
    expect(signature).toBe(sha1("demo-auth-secret", signingString));
    await playground.setUrl("https://acme.libpx.com/own.jpg?width=12");
    await expect(playground.secret, "asked for, it stays").toHaveValue("demo-auth-secret");

    await playground.setScheme("Urlbox");
    await playground.chooseExample("A page to capture");
    await page.getByRole("textbox", { name: "API key" }).fill("my-own-key");
    await expect(playground.secret).toHaveValue("");
  });

  test("a signed URL of somebody else’s is not called wrong for it", async ({ playground, page }) => {
    await playground.setUrl(signed);
    expect((await playground.outputs()).verdict).toBe("empty");
    await expect(verdict(playground)).toContainText("Enter the Auth Secret");
    await expect(playground.button("use the demo secret")).toHaveCount(0);
    await playground.setUrl("https://acme.libpx.com/own.jpg?width=1");
    await playground.button("use the demo secret").click();
    await playground.setUrl(signed);
    expect((await playground.outputs()).verdict).toBe("empty");
    await expect(diagnosis(playground)).toHaveCount(0);
    await page.goto(`${playgroundAddress()}#v=1&example=libpixel-options&url=${encodeURIComponent(signed)}`);
    await playground.waitUntilReady();
    expect((await playground.outputs()).verdict).toBe("empty");
  });

  test("what is signed with it says so in amber, and Copy is not the strong button", async ({
    playground,
  }) => {
    const look = () =>
      playground.button("Copy signed URL").evaluate((button) => getComputedStyle(button).backgroundColor);
    await expect(verdict(playground)).toContainText("demo secret");
    const [amber, plain] = [
      await verdict(playground).evaluate((line) => getComputedStyle(line).color),
      await look(),
    ];
    await playground.setSecret("a secret of my own");
    await expect(verdict(playground)).not.toContainText("demo secret");
    expect(await verdict(playground).evaluate((line) => getComputedStyle(line).color)).not.toBe(amber);
    await expect.poll(look, "the colour of the button, which takes a moment").not.toBe(plain);
  });
});

test.describe("an edit of a text that was valid explains itself", () => {
  const edits = [
    { edit: "width=301", from: "width=300", mistake: "value-changed-after-signing", says: ["300", "301"] },
    { edit: "&blur=3&mode", from: "&mode", mistake: "parameter-added-after-signing", says: ["blur"] },
    { edit: "", from: "&mode=fit", mistake: "parameter-removed-after-signing", says: ["mode"] },
    { edit: "/ab.jpg", from: "/a.jpg", mistake: "value-changed-after-signing", says: ["/a.jpg", "/ab.jpg"] },
  ];
  for (const { edit, from, mistake, says } of edits) {
    test(`${mistake}: “${from}” → “${edit}”`, async ({ playground, page }) => {
      await playground.sign("LibPixel", signed, SECRET);
      const edited = signed.replace(from, edit);
      await playground.setUrl(edited);
      expect((await playground.outputs()).verdict).toBe("mismatch");
      await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 1_000 });
      await expect.poll(() => mistakes(playground)).toEqual([mistake]);
      for (const word of says) await expect(page.getByTestId("mistake")).toContainText(word);
      await expect(page.getByTestId("signed-by-mistake")).toHaveText(rule);
      await expect(page.getByTestId("tried")).toHaveText("1");

      await playground.button("Undo").click();
      await expect(playground.url).toHaveValue(signed);
      await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
      await playground.setUrl(edited);
      await playground.button("Sign it again").click();
      await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
      expect(await playground.url.inputValue()).toBe((await playground.outputs()).signedUrl);
    });
  }

  test("signature-mistyped", async ({ playground, page }) => {
    await playground.sign("LibPixel", signed, SECRET);
    const digit = signed.endsWith("0") ? "1" : "0";
    await playground.setUrl(signed.slice(0, -1) + digit);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 1_000 });
    await expect.poll(() => mistakes(playground)).toEqual(["signature-mistyped"]);
    await expect(page.getByTestId("mistake")).toContainText("40");
    // The proof says what the secret makes, and not that it makes the wrong digit.
    await expect(diagnosis(playground)).toContainText("gives 39 of the 40 digits in your URL");
    await expect(diagnosis(playground)).not.toContainText("The same digits");
    await playground.button("Forget secret").click();
    await playground.setSecret(SECRET);
    await expect(page.getByTestId("mistake")).toContainText("should be");
    await expect(diagnosis(playground)).toContainText("gives 39 of the 40 digits in your URL");
  });

  test("the example itself, key by key", async ({ playground, page }) => {
    await playground.chooseExample("A signed URL to check");
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await playground.url.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf("300") + 3;
      field.focus();
      field.setSelectionRange(at - 1, at);
    });
    await page.keyboard.type("1");
    await expect.poll(() => mistakes(playground)).toEqual(["value-changed-after-signing"]);
    await expect(diagnosis(playground)).not.toContainText("did not sign it");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
  });

  test("digits that were deleted, with the path changed too", async ({ playground, page }) => {
    await playground.sign("LibPixel", signed, SECRET);
    await playground.setUrl(signed.slice(0, -7).replace("/a.jpg", "/ab.jpg"));
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 1_000 });
    await expect
      .poll(() => mistakes(playground))
      .toEqual(["value-changed-after-signing", "signature-truncated"]);
    await expect(page.getByTestId("mistake").nth(1)).toContainText(
      "Valid until the last 7 digits were removed.",
    );
    await expect(page.getByTestId("mark").first()).toHaveText("b");
    await expect(diagnosis(playground)).toContainText("it holds 132 bits, and all of them agree");
    await playground.button("Undo").click();
    await expect(playground.url).toHaveValue(signed);
  });

  test("what no edit tells, and the search knows nothing of, is not put down to another secret", async ({
    playground,
  }) => {
    // The least there is to search, for it is searched to its end.
    const [rule, key] = ["/a.jpg", "s"];
    const signed = `https://a.test${rule}?signature=${sha1(key, rule)}`;
    await playground.sign("LibPixel", signed, key);
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await playground.setUrl(`${signed.replace("/a.jpg", "/quite/another.jpg")}&w=1`);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "unexplained", { timeout: 50_000 });
    await expect(diagnosis(playground)).toContainText("It was valid until it was edited.");
    await expect(diagnosis(playground)).toContainText(rule);
    await expect(diagnosis(playground)).not.toContainText("Another secret");
    await playground.button("Undo").click();
    await expect(playground.url).toHaveValue(signed);
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
  });

  test("where an edit reordered the options, no line of code is called wrong", async ({ playground }) => {
    await playground.sign("LibPixel", signed, SECRET);
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
    await playground.button("Move mode up").click();
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
    await expect.poll(() => mistakes(playground)).toEqual(["parameters-reordered"]);
    await expect(diagnosis(playground).locator("figure")).toHaveCount(0);
    // Nor where what was signed is not in the order that the line makes.
    const moved = await playground.url.inputValue();
    await playground.button("Forget secret").click();
    await playground.sign("LibPixel", moved, SECRET);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
    await expect(diagnosis(playground).locator("figure")).toHaveCount(0);
    const sorted = "/a.jpg?mode=fit&width=300";
    const sent = "https://acme.libpx.com/a.jpg?width=300&mode=fit";
    await playground.setUrl(`${sent}&signature=${sha1(SECRET, sorted)}`);
    await expect(diagnosis(playground).locator("figure")).toContainText("sort");
  });

  test("near misses are left to the search", async ({ playground }) => {
    await playground.sign("LibPixel", signed, SECRET);
    // A URL of its own with the same parameters is no edit: other digits stand in it.
    const other = rule.replace("300", "640");
    await playground.setUrl(`https://acme.libpx.com${other}&signature=${sha1(`${SECRET}\n`, other)}`);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
    await expect.poll(() => mistakes(playground)).toEqual(["secret-with-newline"]);
    // With another secret nothing is known of it.
    await playground.sign("LibPixel", signed, SECRET);
    await playground.setSecret(`${SECRET}X`);
    await playground.setUrl(signed.replace("300", "301"));
    await playground.waitForResult();
    expect(await mistakes(playground)).not.toContain("signature-mistyped");
  });
});

test("two URLs in one paste are never one green verdict", async ({ playground, page }) => {
  await playground.sign("LibPixel", signed, SECRET);
  const broken = signed.replace("300", "301");
  await playground.setUrl(`${signed}\n${broken}`);
  await expect(page.getByTestId("several")).toHaveAttribute("data-urls", "2");
  await expect(verdict(playground)).toContainText("first of 2");
  await expect(page).toHaveTitle(/^The first of 2\. .* Valid/);
  await expect(page.getByTestId("announcement")).toHaveText(/^The first of 2\. Valid/);
  await playground.setUrl(`${broken}\n${signed}`);
  await expect(page).toHaveTitle(/^The first of 2\. .* Does not match/);
  await expect(page.getByTestId("announcement")).toHaveText(/^The first of 2\. Does not match/);
  await playground.setUrl(signed);
  await expect(page.getByTestId("several")).toHaveCount(0);
  // An address inside another is not a second URL.
  await playground.setUrl("https://a.libpx.com/?src=https://b.test/c.jpg&width=2");
  await playground.waitForResult();
  await expect(page.getByTestId("several")).toHaveCount(0);
});

test.describe("what is settled is said", () => {
  test("no alarm while the secret is typed; it comes when typing rests, or the field is left", async ({
    playground,
    page,
  }) => {
    await playground.sign("LibPixel", signed, "");
    await page.evaluate(() => {
      const seen: string[] = [];
      const look = () => {
        seen.push(document.querySelector<HTMLElement>("[data-verdict]")?.dataset.verdict ?? "");
        requestAnimationFrame(look);
      };
      look();
      Object.assign(globalThis, { seen });
    });
    const seen = () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
    await playground.secret.pressSequentially(SECRET.slice(0, -1), { delay: 30 });
    expect(await seen()).not.toContain("mismatch");
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "mismatch", { timeout: 2_000 });
    await seen();
    await playground.secret.press("End");
    await playground.secret.pressSequentially(SECRET.slice(-1));
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid", { timeout: 350 });
    await playground.secret.press("Backspace");
    await playground.url.focus();
    await expect(verdict(playground)).toHaveAttribute("data-verdict", "mismatch", { timeout: 350 });
  });

  test("neither view nor theme nor language starts the search anew", async ({ playground, page }) => {
    await playground.sign("LibPixel", signed.replace(/.$/, "x"), SECRET);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", /explained/, { timeout: 40_000 });
    await playground.unfoldSteps();
    const tried = await page.getByTestId("tried").textContent();
    const state = await diagnosis(playground).getAttribute("data-state");
    await page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver(() => {
        seen.push(document.querySelector<HTMLElement>("[data-testid=diagnosis]")?.dataset.state ?? "none");
      }).observe(document, { subtree: true, childList: true, attributes: true });
      Object.assign(globalThis, { seen });
    });
    await playground.button("Bytes").click();
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("tab", { name: "Go" }).click();
    await playground.button("Text").click();
    expect(await page.getByTestId("tried").textContent()).toBe(tried);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect([...new Set(seen)]).toEqual([state]);
  });

  test("the search shows what it excludes while it runs", async ({ playground }) => {
    const query = Array.from({ length: 40 }, (_, index) => `parameter${index}=some%20value%20${index}`);
    await playground.sign(
      "LibPixel",
      `https://a.libpx.com/i.jpg?${query.join("&")}&signature=${"0123456789".repeat(4)}`,
      SECRET,
    );
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "searching");
    await expect(diagnosis(playground)).toContainText("other treatments of the secret");
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "searching");
  });

  test("the answer is announced once, and the verdict is a heading", async ({ playground, page }) => {
    const said = page.getByTestId("announcement");
    const slashless = rule.slice(1);
    await playground.sign(
      "LibPixel",
      `https://acme.libpx.com${rule}&signature=${sha1(`${SECRET}\n`, slashless)}`,
      SECRET,
    );
    await expect(said).toContainText("Does not match. Two mistakes:", { timeout: 20_000 });
    await expect(page.getByRole("heading", { name: "Does not match." })).toBeVisible();
    await playground.setUrl(signed);
    await expect(said).toContainText("Valid");
    await expect(page.getByRole("heading", { name: /^Valid/ })).toBeVisible();
  });
});

test("the secret inside the URL is the first thing said", async ({ playground, page }) => {
  const secret = "sec ret/äé-of-the-shop";
  for (const [scheme, url] of [
    ["Urlbox", `https://api.urlbox.com/v1/${encodeURIComponent(secret)}/png?url=https%3A%2F%2Fa.test`],
    ["LibPixel", `https://a.libpx.com/x.jpg?key=${encodeURIComponent(secret)}&width=1`],
    ["LibPixel", `https://a.libpx.com/x.jpg?key=${encodeURIComponent(encodeURIComponent(secret))}`],
    ["LibPixel", `https://a.libpx.com/x.jpg?key=${secret}&width=1`],
    ["LibPixel", `https://a.libpx.com/x.jpg?width=1&signature=${Buffer.from(secret).toString("base64url")}`],
  ] as const) {
    await playground.sign(scheme, url, secret);
    const warning = page.getByText("This URL holds your secret: replace it.");
    await expect(warning, url).toBeVisible();
    const isFirst = await warning.evaluate((element) => {
      const verdict = document.querySelector("[data-verdict]");
      return Boolean(verdict && element.compareDocumentPosition(verdict) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    expect(isFirst).toBe(true);
  }
  await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained");
  expect(await mistakes(playground)).toEqual(["signature-is-secret"]);
  await expect(diagnosis(playground)).toContainText(
    "Compared with the secret that is entered here: it is the same.",
  );
  await expect(diagnosis(playground)).not.toContainText("whatever the secret");
  await playground.setUrl("https://a.libpx.com/x.jpg?width=1");
  await expect(page.getByText("This URL holds your secret: replace it.")).toHaveCount(0);
});

test("what else of the URL is entered as the secret is called what it is there", async ({
  playground,
  page,
}) => {
  const link = "https://api.urlbox.com/v1/abcDEF1234567890";
  const query = "url=https%3A%2F%2Fexample.com&width=300";
  const digits = createHmac("sha256", "the-real-one").update(query).digest("hex");
  const alarm = page.getByLabel("Verdict").getByRole("alert");
  await playground.sign("Urlbox", `${link}/${digits}/png?${query}`, "abcDEF1234567890");
  await expect(alarm).toContainText(
    "stands in this URL as its API key.If you took the API key for the secret",
  );
  await expect(alarm).toContainText("If it is the secret, whoever gets the URL has it, too");
  const own = createHmac("sha256", "abcDEF1234567890").update(query).digest("hex");
  await playground.setUrl(`${link}/${own}/png?${query}`);
  await expect(alarm).toContainText("this token was made with the wrong one of the two");
  await playground.sign("Urlbox", `${link}/${digits}/png?${query}`, digits);
  await expect(alarm).toContainText("stands in this URL as its token.If you took the token for the secret");
  await expect(diagnosis(playground)).toContainText("Either the token was entered where the secret belongs");
  await playground.sign("Urlbox", `${link}/${digits}/png?${query}`, `${link}/${digits}/png?${query}`);
  await expect(alarm).toHaveText(
    "What you entered as the secret is a URL, or a part of this one.Enter the API secret instead.",
  );
});

test("a URL that the bare secret signed is not called wrong for what was entered around it", async ({
  playground,
  page,
}) => {
  const look = () =>
    playground.button("Copy corrected URL").evaluate((button) => getComputedStyle(button).backgroundColor);
  const settled = () => expect(diagnosis(playground)).toHaveAttribute("data-state", "explained");
  const wrapped = `LIBPIXEL_SECRET=${SECRET}`;
  await playground.sign("LibPixel", signed, wrapped);
  await settled();
  await expect.poll(() => mistakes(playground)).toEqual(["secret-in-its-wrapping"]);
  await expect(page.getByTestId("mistake")).not.toContainText("was used as the key");
  await expect(diagnosis(playground)).toContainText("Enter the secret again without it");
  await expect(diagnosis(playground)).toContainText("Only if what is entered here is the secret");
  const doubtful = await look();
  // The other way round the code is at fault, and the corrected URL is what its owner needs.
  await playground.sign("LibPixel", `https://acme.libpx.com${rule}&signature=${sha1(wrapped, rule)}`, SECRET);
  await settled();
  await expect.poll(() => mistakes(playground)).toEqual(["secret-in-its-wrapping"]);
  await expect(diagnosis(playground)).not.toContainText("Enter the secret again");
  expect(await look()).not.toBe(doubtful);
});

test("no remedy loses data", async ({ playground, page }) => {
  await playground.sign(
    "Urlbox",
    "https://api.urlbox.com/v1/KEY/png?url=https%3A%2F%2Fa.test&selector=#main&width=300",
    "s",
  );
  await playground.button("Write # as %23").click();
  await expect(playground.url).toHaveValue(
    "https://api.urlbox.com/v1/KEY/png?url=https%3A%2F%2Fa.test&selector=%23main&width=300",
  );
  const whole = "url=https%3A%2F%2Fa.test&selector=%23main&width=300";
  for (const string of [whole, whole.replace("%23", "#")]) {
    const path = `https://api.urlbox.com/v1/KEY/${sha1("s", string)}/png`;
    await playground.setUrl(`${path}?${whole.replace("%23", "#")}`);
    await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
    await expect(playground.button("Sign it again")).toHaveCount(0);
    expect(await copiedBy(playground, "Copy corrected URL")).toBe(
      `https://api.urlbox.com/v1/KEY/${sha1("s", whole)}/png?${whole}`,
    );
  }
  const inner = `url=${encodeURIComponent("https://a.test/?x=1&y=2")}&width=300`;
  const link = `https://api.urlbox.com/v1/KEY/${sha1("s", inner)}/png?`;
  await playground.setUrl(`${link}url=https://a.test/?x=1&y=2&width=300`);
  await expect(diagnosis(playground)).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
  await expect(diagnosis(playground).locator("figure")).toHaveCount(0);
  expect(await copiedBy(playground, "Copy corrected URL")).toBe(link + inner);
  await playground.setUrl("https://api.urlbox.com/v1/KEY/png?url=https://a.test/?x=1&y=2&width=300#top");
  await playground.button("Escape url").click();
  await expect(playground.url).toHaveValue(
    `https://api.urlbox.com/v1/KEY/png?url=${encodeURIComponent("https://a.test/?x=1&y=2#top")}&width=300`,
  );
  await playground.setScheme("LibPixel");
  await playground.setUrl("https://a.libpx.com/?src=https://a.test/?x=1&y=2&width=300");
  await playground.button("Escape src").click();
  await expect(playground.url).toHaveValue(
    `https://a.libpx.com/?src=${encodeURIComponent("https://a.test/?x=1&y=2")}&width=300`,
  );
  await expect(page.getByRole("textbox", { name: "width value" })).toHaveValue("300");
});
