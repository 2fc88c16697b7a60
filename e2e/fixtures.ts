import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { VIEWPORT } from "./browser";
import { type DocsPage, serveDocsPage } from "./docs-page/serve";
import { type HostileHost, serveHostileHost } from "./hostile-host";
import { Playground, playgroundAddress } from "./playground";
import { startVendor, type Vendor } from "./vendor";

interface PageFixtures {
  /** The playground, open and ready. */
  readonly playground: Playground;
  /** What the page has complained of; a test that provokes complaints takes them out. All others fail by them. */
  readonly faults: string[];
}

interface OpenTab {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
}

/** All stand here, for tests of which these differ run in other processes, each with a browser that takes long to start. */
interface WorkerFixtures {
  readonly vendor: Vendor;
  readonly docs: DocsPage;
  /** A site that frames or opens the playground. */
  readonly host: HostileHost;
  readonly tab: OpenTab;
}

/** Of its own tab for each test, as on a first visit. */
export const test = base.extend<PageFixtures, WorkerFixtures>({
  vendor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const vendor = await startVendor("vendor-secret-é");
      await use(vendor);
      await vendor.close();
    },
    { scope: "worker" },
  ],
  docs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const docs = await serveDocsPage(playgroundAddress());
      await use(docs);
      await docs.close();
    },
    { scope: "worker" },
  ],
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const host = await serveHostileHost();
      await use(host);
      await host.close();
    },
    { scope: "worker" },
  ],
  tab: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: "block" });
      const page = await context.newPage();
      const faults: string[] = [];
      await watch(page, faults);
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "hardwareConcurrency", {
          get: () => 1,
          configurable: true,
        }),
      );
      await use({ context, page, faults });
      await context.close();
    },
    { scope: "worker" },
  ],
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    await watch(page, faults);
    await use(faults);
    expect(faults, COMPLAINTS).toEqual([]);
  },
  playground: async ({ page, faults }, use) => {
    expect(faults).toEqual([]);
    const playground = new Playground(page);
    await playground.open();
    await use(playground);
  },
});

interface OpenTabFixtures {
  /** True where each test begins as a first visit does. It takes a load, but half of what it costs in a tab of its own. */
  readonly loadsAnew: boolean;
}

/**
 * In one tab that stays open from test to test, as a user's does: a load costs more than most tests. Each begins with the first
 * screen's case, which clears what was typed; what else the one before has chosen stays. The machine has one processor there, so that
 * one worker searches: to start a second one costs more than most searches, and `two-workers.spec.ts` has it that two say the same.
 */
export const testInOpenTab = test.extend<OpenTabFixtures>({
  loadsAnew: [false, { option: true }],
  context: ({ tab }, use) => use(tab.context),
  page: ({ tab }, use) => use(tab.page),
  faults: async ({ tab: { faults } }, use) => {
    await use(faults);
    expect(faults.splice(0), COMPLAINTS).toEqual([]);
  },
  playground: async ({ page, context, faults, loadsAnew }, use) => {
    expect(faults).toEqual([]);
    const playground = new Playground(page);
    await page.setViewportSize(VIEWPORT);
    await (loadsAnew ? playground.openAnew() : playground.startOver());
    await use(playground);
    await page.unrouteAll();
    await context.clearPermissions();
    await context.setOffline(false);
    await page.keyboard.press("Escape");
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  },
});

export { expect };

const COMPLAINTS = "policy violations, console warnings and errors, uncaught errors";
/** What Playwright itself says where a test does without the service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** Collects everything that a page and its workers complain of. A violation becomes a console error. */
export async function watch(page: Page, faults: string[]): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`violates ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message) => {
    if (message.text() === BLOCKED) return;
    if (message.type() === "error" || message.type() === "warning" || message.text().startsWith("Refused"))
      faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
}
