import { createHmac } from "node:crypto";
import { findCanary, newCanary } from "../canary";
import { copiedBy } from "../clipboard";
import { typeSecret } from "../exercise";
import { expect, testInOpenTab as test } from "../fixtures";

const sha1 = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");
const STRING = "/1.jpg";
const asked = (key: string) => `https://acme.test${STRING}?signature=${sha1(key, STRING)}`;

/** Copied right after a secret was in use, and from a paste in which more stood than the URL. */
test("not in a request for whoever has the secret", async ({ playground }) => {
  const canary = newCanary();
  await typeSecret(playground, canary);
  await playground.setUrl(asked(`${canary}\n`));
  await expect(playground.page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
  await playground.button("Forget secret").click();
  await playground.setUrl(
    `API_SECRET=${canary}\ncurl '${asked(`${canary}\n`)}' -H 'Authorization: ${canary}'`,
  );
  const request = await copiedBy(playground, "Copy request");
  expect(request).toContain("ask=1");
  expect(partsOf(request, canary)).toEqual([]);
});

/** Whatever was done to the secret: its line feed, its case, its end, its encoding. */
test("not in the answer to a request, and no part of it", { tag: "@browser" }, async ({ playground }) => {
  const canary = newCanary();
  const keys = [
    canary,
    `${canary}\n`,
    canary.toUpperCase(),
    canary.slice(0, -3),
    encodeURIComponent(canary),
    "another",
  ];
  const { page } = playground;
  for (const key of keys) {
    const address = new URL(`#v=1&scheme=libpixel&ask=1&url=${encodeURIComponent(asked(key))}`, page.url());
    await playground.open(address.href);
    await typeSecret(playground, canary);
    await expect(playground.button("Copy answer")).toBeVisible({ timeout: 40_000 });
    const answer = await copiedBy(playground, "Copy answer");
    expect(answer).toContain("Answer: ");
    expect(partsOf(answer.replaceAll(asked(key), ""), canary), answer).toEqual([]);
    await page.bringToFront();
  }
  expect(partsOf(`it begins with ${canary.slice(0, 9)}`, canary)).not.toEqual([]);
});

/** The spellings of the canary that occur, and every four of its own characters that do. */
function partsOf(text: string, canary: string): string[] {
  const parts = Array.from(canary, (_, at) => canary.slice(at, at + 4)).filter((part) => part.length === 4);
  return [...findCanary(text, canary), ...parts.filter((part) => text.includes(part))];
}
