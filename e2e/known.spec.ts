import { createHmac } from "node:crypto";
import { newCanary } from "./canary";
import { copiedBy, dropText, writeClipboard } from "./clipboard";
import { expect, testInOpenTab as test } from "./fixtures";
import { type Playground, playgroundAddress } from "./playground";

const HOST = "https://images.example.net";
const STRING = "/photos/cat.jpg?width=200";
const hmac = (key: string, text = STRING, hash = "sha1") => createHmac(hash, key).update(text).digest("hex");
const signed = (key: string, text = STRING, hash = "sha1") =>
  `${HOST}${STRING}&signature=${hmac(key, text, hash)}`;

/** A URL without its secret: the example’s is taken away. */
async function withoutSecret(playground: Playground, url: string): Promise<void> {
  await playground.button("Forget secret").click();
  await playground.setUrl(url);
  await expect(playground.page.getByTestId("known")).toHaveAttribute("aria-busy", "false", {
    timeout: 20_000,
  });
}

const fact = (playground: Playground, kind: string) =>
  playground.page.getByTestId("known").locator(`[data-fact="${kind}"]`);
const verdict = (playground: Playground) => playground.page.getByTestId("verdict");

const announcement = (playground: Playground) => playground.page.getByTestId("announcement");

test("64 digits cannot be LibPixel’s, whatever the secret", async ({ playground }) => {
  await withoutSecret(playground, signed("nobody’s secret", STRING, "sha256"));
  await expect(fact(playground, "signature-length")).toHaveAttribute("data-grade", "certain");
  await expect(verdict(playground)).toHaveText("This cannot be valid, whatever the secret.");
  await expect(verdict(playground)).toHaveAttribute("data-verdict", "empty");
  await expect(playground.page).toHaveTitle("✕ Cannot be valid · Countersign");

  await playground.setUrl(signed("nobody’s secret"));
  await expect(playground.page).toHaveTitle("Countersign: see exactly what gets signed");
  await expect(fact(playground, "public-keys")).toHaveAttribute("data-grade", "excluded");
  await expect(fact(playground, "public-keys")).toContainText(/[\d,]+ HMACs/);
  await expect(verdict(playground)).toHaveText("Enter the Auth Secret to check this signature.");
  await playground.setSecret("nobody’s secret");
  await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
  await expect(playground.page).toHaveTitle("✓ Valid · Countersign");
  await expect(playground.page.getByTestId("known")).toHaveCount(0);
});

test("a key that is public is found, with its proof", async ({ playground }) => {
  await withoutSecret(playground, signed("undefined"));
  await expect(fact(playground, "public-key")).toContainText("The secret was “undefined”.");
  await expect(announcement(playground)).toContainText(/^Found without the secret: .+“undefined”/);
  const mayBeSecret = playground.page.getByText("anyone can sign others");
  await expect(mayBeSecret).toHaveCount(0);
  await expect(verdict(playground)).toHaveText("Enter the Auth Secret to check this signature.");

  await playground.setUrl(signed("changeme"));
  await expect(fact(playground, "public-key")).toContainText("The secret was “changeme”.");
  await expect(mayBeSecret).toBeVisible();

  await playground.setUrl(signed("", STRING.slice(1)));
  await expect(fact(playground, "public-key")).toContainText("The secret was empty.");
  await expect(verdict(playground)).toHaveText("This cannot be valid, whatever the secret.");

  await playground.setScheme("Urlbox");
  const query = "url=https%3A%2F%2Fexample.com";
  await playground.setUrl(`https://api.urlbox.com/v1/pk_7/${hmac("pk_7", query, "sha256")}/png?${query}`);
  await expect(fact(playground, "public-key")).toContainText("The API key was used as the secret.");
  await expect(mayBeSecret).toHaveCount(0);
});

test("what HTML did to the URL is undone by one click, and taken back by another", async ({ playground }) => {
  const url = signed("a secret of one’s own");
  await withoutSecret(playground, url.replace("&signature", "&amp;signature"));
  await expect(fact(playground, "url-html-escaped")).toHaveAttribute("data-grade", "certain");
  await playground.button("Undo it").click();
  await expect(playground.url).toHaveValue(url);
  await expect(verdict(playground)).toHaveText("Enter the Auth Secret to check this signature.");
  await playground.button("Undo").click();
  await expect(playground.url).toHaveValue(/&amp;signature/);
});

test("what hides the digits settles nothing, and is told as what it is", async ({ playground }) => {
  const url = signed("a secret of one’s own");
  for (const [mask, kind] of [
    ["<signature>", "signature-placeholder"],
    ["***", "signature-hidden"],
  ] as const) {
    await withoutSecret(playground, url.replace(/[0-9a-f]{40}$/, mask));
    await expect(fact(playground, kind)).toHaveAttribute("data-grade", "likely");
    await expect(verdict(playground)).toHaveText("Enter the Auth Secret to check this signature.");
  }
});

test("several URLs with one signature: at most one is right", async ({ playground }) => {
  const url = signed("a secret of one’s own");
  await withoutSecret(playground, `${url}\n${url.replace("200", "400")}`);
  await expect(fact(playground, "same-signature")).toHaveAttribute("data-grade", "certain");
});

test("nothing is said of what is known where there is no signature, or a secret", async ({ playground }) => {
  await playground.button("Forget secret").click();
  await playground.setUrl(`${HOST}${STRING}`);
  await playground.page.waitForTimeout(500);
  await expect(playground.page.getByTestId("known")).toHaveCount(0);
  await playground.setSecret("a secret");
  await playground.setUrl(signed("another"));
  await expect(verdict(playground)).toHaveAttribute("data-verdict", "mismatch");
  await expect(playground.page.getByTestId("known")).toHaveCount(0);
});

/** From the request to the page that it opens. */
async function openRequest(playground: Playground, url: string): Promise<string> {
  await withoutSecret(playground, url);
  const request = await copiedBy(playground, "Copy request");
  const [link = ""] = /https?:\/\/\S+/.exec(request) ?? [];
  expect(link).toContain("ask=1");
  await playground.openAnew(link);
  return request;
}

test("a request opens one field, and its answer tells support what it would have seen", {
  tag: "@browser",
}, async ({ playground }) => {
  const secret = newCanary();
  const url = signed(`${secret}\n`);
  await openRequest(playground, `The customer wrote: ${url} and token: hunter2hunter2`);
  await expect(playground.page.getByRole("textbox", { name: "URL", exact: true })).toHaveCount(0);
  await expect(playground.page.getByTestId("asked-url")).toHaveText(url);
  await expect(playground.page.getByText("your secret stays here")).toBeVisible();
  await expect(playground.button("Copy answer")).toHaveCount(0);

  await playground.setSecret(secret);
  const answer = await copiedBy(playground, "Copy answer");
  expect(answer).toContain("secret-with-newline");
  expect(answer).toContain("One line feed at the end.");
  expect(answer).toBe(await playground.page.getByTestId("answer-text").textContent());

  await playground.openAnew();
  await withoutSecret(playground, answer.replace(/^/gm, "> "));
  const claims = playground.page.getByTestId("claims");
  await expect(claims).toContainText("The customer’s page says");
  await expect(announcement(playground)).toHaveText(
    "The customer’s page says: Does not match. A line break was part of the secret.",
  );
  await expect(claims.locator('[data-mistake="secret-with-newline"]')).toContainText(
    "A line break was part of the secret.",
  );
  await expect(claims).toContainText("Checked here");
  await expect(playground.page.getByText("No secret at hand?")).toHaveCount(0);
  await expect(verdict(playground)).toHaveText("Enter the Auth Secret to check this signature.");
});

test("the URL that is asked about stays, whatever its answer is and whatever is pasted beside it", async ({
  playground,
  page,
}) => {
  const url = `${signed("a secret of one’s own")}&utm_source=mail`;
  await openRequest(playground, url);
  await playground.setSecret("a secret of one’s own");
  await expect(page.getByTestId("mistake")).toHaveCount(1);
  await expect(playground.button("Copy corrected URL")).toBeVisible();
  await expect(playground.button("Sign it again")).toHaveCount(0);
  await playground.secret.blur();
  await page.locator("h1").click();
  await dropText(playground, page.locator("h1"), signed("another secret"));
  await expect(page.getByTestId("asked-url")).toHaveText(url);
  await expect(page.getByTestId("answer-text")).toContainText("Answer: mismatch");
});

test("on a request’s page a paste and a slash lead to its one field, and the answer is at hand", async ({
  playground,
  page,
}) => {
  const secret = "a secret of one’s own";
  await openRequest(playground, signed(secret));
  await page.setViewportSize({ width: 360, height: 740 });
  await writeClipboard(playground, secret);
  await page.getByTestId("asked-url").click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(playground.secret).toHaveValue(secret);
  await expect(playground.button("Copy answer")).toBeInViewport();
  await page.keyboard.press("/");
  await expect(playground.secret).toHaveValue(`${secret}/`);
  await playground.secret.blur();
  await page.keyboard.press("/");
  await expect(playground.secret).toBeFocused();
  await expect(playground.secret).toHaveValue(`${secret}/`);
});

test("a reload keeps a request, and the way to the whole page stays open", { tag: "@browser" }, async ({
  playground,
}) => {
  await openRequest(playground, signed("a secret of one’s own"));
  await playground.page.reload();
  await playground.waitUntilReady();
  await expect(playground.page.getByTestId("asked-url")).toBeVisible();
  await playground.setSecret("a secret of one’s own");
  expect(await copiedBy(playground, "Copy answer")).toContain("Answer: valid");
  await playground.button("Open the whole playground").click();
  await expect(playground.url).toHaveValue(signed("a secret of one’s own"));
  await expect(playground.secret).toHaveValue("a secret of one’s own");
  await expect(verdict(playground)).toHaveAttribute("data-verdict", "valid");
  await expect(verdict(playground)).toBeFocused();
});

test("a request whose link holds a secret warns of it", async ({ playground }) => {
  const url = encodeURIComponent(signed("a secret of one’s own"));
  await playground.openAnew(`${playgroundAddress()}#v=1&scheme=libpixel&url=${url}&ask=1&secret=abcdef`);
  await expect(playground.page.getByTestId("asked-url")).toBeVisible();
  await expect(playground.note("secret-in-address")).toContainText(
    "whoever has that link has the secret too",
  );
  await expect(playground.page).not.toHaveURL(/abcdef/);
});

test("an answer that anyone can write is nobody’s proof", async ({ playground }) => {
  const forged = [
    "Countersign answer",
    `URL: ${signed("x", STRING, "sha256")}`,
    "Answer: valid",
    "Mistake: <b>own-mistake</b>",
    "Means: Send your secret to evil.example",
  ].join("\n");
  await withoutSecret(playground, forged);
  const claims = playground.page.getByTestId("claims");
  await expect(claims).toContainText("contradicts what is certain");
  await expect(claims).not.toContainText("evil.example");
  await expect(verdict(playground)).toHaveText("This cannot be valid, whatever the secret.");
});

/** Else a stranger's text could be read otherwise than it stands. */
test("what cannot be seen in a pasted answer is named, and turns no text around", async ({ playground }) => {
  const turning = ["\u202e", "\u202d", "\u2067", "\u2066", "\u200b", "\u00ad"];
  await playground.button("Forget secret").click();
  for (const char of turning) {
    const forged = [
      "Countersign answer",
      `URL: ${signed("x", STRING, "sha256")}`,
      "Answer: mismatch",
      "Mistake: secret-with-newline",
      `Detail: One at the ${char}start of it.`,
      `Signed: ${JSON.stringify(`/1.jpg?${char}width`)}`,
    ].join("\n");
    await playground.setUrl(forged);
    const claims = playground.page.getByTestId("claims");
    const name = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const marks = claims.locator(`[data-mark="${name}"], [data-mark="ZWSP"], [data-mark="SHY"]`);
    await expect(marks, name).toHaveCount(2);
    for (const mark of await marks.all()) expect(await mark.evaluate(readsOnwards), name).toBe(true);
  }
});

/** True where the text behind an element stands on its right, its first letter first. */
function readsOnwards(element: Element): boolean {
  const behind = element.nextSibling;
  const left = (at: number) => {
    const range = document.createRange();
    if (behind) range.setStart(behind, at);
    if (behind) range.setEnd(behind, at + 1);
    return range.getBoundingClientRect().left;
  };
  return element.getBoundingClientRect().left < left(0) && left(0) < left(2) && left(2) < left(4);
}

test("what stands behind the signature is marked without a secret, and nothing that may stand there", async ({
  playground,
  page,
}) => {
  const signed = `https://a.libpx.com/a.jpg?width=300&signature=${"12ab".repeat(10)}`;
  const marks = page.getByTestId("mark");
  for (const behind of ["&utm_source=mail", "&height=2&fbclid=x&height=3"]) {
    await playground.setUrl(`GET ${signed}${behind} now`);
    await expect(marks).toHaveText([behind]);
    await expect(page.getByText("behind the signature", { exact: true })).toHaveCount(
      behind.split("&").length - 1,
    );
  }
  await playground.setUrl(`${signed}&`);
  await expect(page.locator('[data-fact="signature-not-last"]')).toBeVisible();
  await expect(marks).toHaveCount(0);
  await playground.setUrl(signed);
  await expect(marks).toHaveCount(0);
});
