import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, test } from "./fixtures";
import type { Playground } from "./playground";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faces that the page shows, each reached as a user reaches it. */
const states: Readonly<Record<string, (playground: Playground) => Promise<unknown>>> = {
  example: async () => {},
  "long values": (playground) =>
    playground.sign(
      "LibPixel",
      `https://acme.test/${"long".repeat(60)}?q='${"%20".repeat(90)}#top`,
      "secret",
    ),
  valid: (playground) => playground.chooseExample("A signed URL to check"),
  mismatch: async (playground) => {
    const url = "http://test.libpx.com/images/3.jpg?signature=0123456789012345678901234567890123456789";
    await playground.sign("LibPixel", url, "secret");
    const diagnosis = playground.page.getByTestId("diagnosis");
    await expect(diagnosis).toHaveAttribute("data-state", "unexplained", { timeout: 30_000 });
  },
  problem: (playground) => playground.sign("LibPixel", "ftp://acme.test/", ""),
  "render link": (playground) => playground.sign("Urlbox", "https://example.com/", "secret"),
  "Share, open": async ({ page }) => {
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "Examples, open": ({ page }) => page.getByRole("button", { name: "Examples" }).click(),
};

/** The themes differ in their colours alone. */
const looks = [
  { colorScheme: "light", options: { resultTypes: ["violations"] } },
  { colorScheme: "dark", options: { resultTypes: ["violations"], runOnly: ["color-contrast"] } },
] as const;

for (const [state, reach] of Object.entries(states)) {
  test(`${state}: no barrier that axe knows of, in light and dark`, async ({ playground }) => {
    const { page } = playground;
    await reach(playground);
    await page.evaluate(axe);
    for (const { colorScheme, options } of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
      const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
      expect.soft(found, colorScheme).toEqual([]);
    }
  });

  test(`${state}: nothing scrolls sideways from 320 to 1440 pixels`, async ({ playground }) => {
    const { page } = playground;
    await reach(playground);
    for (const width of [320, 360, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(excess, `${width} pixels`).toBe(0);
    }
  });
}

test("the keyboard reaches every control, and shows where it is", async ({ playground }) => {
  const { page } = playground;
  await playground.page.locator("body").press("Tab");
  const names: string[] = [];
  for (let step = 0; step < 60; step++) {
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(element.closest("label, .field") ?? element);
      const own = getComputedStyle(element);
      const seen = [outlineStyle, own.outlineStyle].some((style) => style !== "none") || boxShadow !== "none";
      const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "";
      return { name: element.ariaLabel ?? label.trim(), seen };
    });
    if (!focus) break;
    expect.soft(focus.seen, `focus on “${focus.name}” can be seen`).toBe(true);
    names.push(focus.name);
    await page.keyboard.press("Tab");
  }
  for (const name of ["LibPixel", "URL", "Secret", "Show secret", "Forget secret", "Copy signed URL"])
    expect.soft(names, names.join(" · ")).toContain(name);
});
