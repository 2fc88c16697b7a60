import { paste } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";

test("the secret’s size is told in characters and bytes", async ({ playground }) => {
  const { page } = playground;
  for (const [secret, size] of [
    ["k", "1 character, 1 byte"],
    ["secret", "6 characters, 6 bytes"],
    ["pässwörd", "8 characters, 10 bytes"],
    ["😀", "1 character, 4 bytes"],
  ] as const) {
    await playground.setSecret(secret);
    await expect(page.getByText(size, { exact: true })).toBeVisible();
  }
});

test("it is hidden until its owner shows it", async ({ playground }) => {
  await playground.setSecret("my secret");
  await expect(playground.secret).toHaveAttribute("type", "password");
  await playground.button("Show secret").click();
  await expect(playground.secret).toHaveAttribute("type", "text");
  await expect(playground.secret).toHaveValue("my secret");
  await playground.button("Hide secret").click();
  await expect(playground.secret).toHaveAttribute("type", "password");
});

test("forgetting it leaves the signing string and no signature", async ({ playground }) => {
  await playground.sign("LibPixel", "https://a.test/1.jpg", "my secret");
  await playground.button("Show secret").click();
  await playground.button("Forget secret").click();
  await expect(playground.secret).toHaveValue("");
  await expect(playground.secret).toHaveAttribute("type", "password");
  expect(await playground.outputs()).toMatchObject({
    verdict: "empty",
    signingString: "/1.jpg",
    signature: "",
    signedUrl: "",
  });
  await expect(playground.url).toHaveValue("https://a.test/1.jpg");
});

test("whoever empties the field, the next secret is hidden", async ({ playground }) => {
  await playground.sign("LibPixel", "https://a.test/1.jpg", "my secret");
  await playground.button("Show secret").click();
  await expect(playground.secret).toHaveAttribute("type", "text");
  await playground.chooseExample("A line break in the secret");
  await expect(playground.secret).toHaveAttribute("type", "password");
});

test("without a secret the signing string still follows the URL", async ({ playground }) => {
  await playground.sign("LibPixel", "https://a.test/1.jpg", "");
  await playground.setUrl("https://a.test/2.jpg");
  expect(await playground.outputs()).toMatchObject({
    verdict: "empty",
    signingString: "/2.jpg",
    signature: "",
  });
});

test("what a pasted secret carried is told, though the field shows nothing of it", async ({ playground }) => {
  for (const [text, words] of [
    ["secret\n", /line break/],
    ["secret\r\n", /line break/],
    ["\nsecret", /line break/],
    ["sec\nret", /line break/],
    [" secret", /space/],
    ["secret\u00a0", /space/],
    ['"secret"', /quotes/],
    ["'secret'", /quotes/],
    ["„secret“", /quotes/],
    ['"secret', /a quote at one end/],
    ["secret\u3000", /space/],
    ["secret\u2800", /invisible/],
    ["\ufeffsecret", /invisible/],
    ["sec\u200bret", /invisible/],
    ["https://a.test/1.jpg", /carried a URL/],
    ["••••••••", /only what hides it/],
  ] as const) {
    await paste(playground, "secret", text);
    const note = playground.note("secret-pasted");
    await expect(note, JSON.stringify(text)).toHaveText(words);
    await expect(note).not.toContainText("secret,");
    await expect(playground.secret).toHaveValue(text.replace(/[\r\n]/g, ""));
    await playground.setSecret("typed");
    await expect(note).toHaveCount(0);
  }
  await paste(playground, "secret", "a-plain-secret");
  await expect(playground.note("secret-pasted")).toHaveCount(0);
});

test("what came along with it is taken off by a click, and can be put back", async ({ playground }) => {
  for (const [text, bare] of [
    ['"secret"', "secret"],
    [" secret\n", "secret"],
    ["\ufeffsec\u200bret\u00a0", "secret"],
    ["„it's\u0009one“ ", "it's\u0009one"],
    ['{\n  "secret": "s3cret"\n}', "s3cret"],
    ["LIBPIXEL_SECRET: s3cret", "s3cret"],
    ["Bearer s3cret", "s3cret"],
  ] as const) {
    await playground.setSecret("");
    await paste(playground, "secret", text);
    const kept = await playground.secret.inputValue();
    await playground.button("Take it off").click();
    await expect(playground.secret).toHaveValue(bare);
    await expect(playground.secret).toBeFocused();
    await expect(playground.note("secret-pasted")).toHaveCount(0);
    await playground.button("Put back").click();
    await expect(playground.secret).toHaveValue(kept);
  }
  await paste(playground, "secret", "https://a.test/1.jpg");
  await expect(playground.note("secret-pasted")).toBeVisible();
  await expect(playground.button("Take it off")).toHaveCount(0);
});

test("that only its dots or its place were typed is told when the field is left", async ({
  playground,
  page,
}) => {
  const note = playground.note("secret-pasted");
  for (const text of ["••••••••", "$LIBPIXEL_SECRET", "op://vault/libpixel/secret"]) {
    await playground.setSecret("");
    await playground.secret.pressSequentially(text);
    await expect(note).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(note).toContainText("What was entered as the secret");
    await playground.secret.press("End");
    await page.keyboard.type("x");
    await expect(note).toHaveCount(0);
  }
  await playground.setSecret("");
  await playground.secret.pressSequentially('"s3cret"');
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "unsigned");
  await expect(note).toHaveCount(0);
});

test("that it was forgotten is said in the place of what it was found to be", async ({
  playground,
  page,
}) => {
  const said = page.getByTestId("announcement");
  await playground.sign("LibPixel", `https://a.test/1.jpg?width=1&signature=${"ab".repeat(20)}`, "secret");
  await expect(said).toHaveText(/^Does not match/);
  await playground.button("Forget secret").click();
  await expect(said).toHaveText("The secret was forgotten.");
});

test("nothing is trimmed from it", async ({ playground }) => {
  const plain = await playground.sign("LibPixel", "https://a.test/1.jpg", "secret");
  const spaced = await playground.sign("LibPixel", "https://a.test/1.jpg", "secret ");
  expect(spaced.signature).not.toBe(plain.signature);
});
