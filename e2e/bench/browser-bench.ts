import { createHmac } from "node:crypto";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { browserArguments, ensureBrowser, executable } from "../browser";
import { readProbe, type Stroke, startProbe } from "./probe";
import { type Site, serveSite } from "./site";

/** What every section works with. */
export interface Bench {
  readonly site: Site;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  ensureBrowser();
  const site = await serveSite();
  const browser = await chromium.launch({
    ...executable(),
    args: [...browserArguments],
  });
  return {
    site,
    browser,
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** The page under test, or the bare one that it is compared with. */
export type Subject = "playground" | "bare";
export const SUBJECTS: readonly Subject[] = ["bare", "playground"];

export const FIRST_URL = "https://demo.libpx.com/images/photo.jpg?width=400&height=300&mode=crop";
export const SECRET = "a secret of the bench";

/** A subject in a window of its own, with a probe that watches its field, its signature and its frames. */
export class Stage {
  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
    private readonly context: BrowserContext,
  ) {}

  static async open({ browser, site }: Bench, subject: Subject, url = FIRST_URL): Promise<Stage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(startProbe);
    await page.goto(`${site.address}${subject === "bare" ? "bench/bare.html" : ""}`);
    await page.waitForSelector("html[data-ready=true]");
    // The panels that come later are part of what a keystroke costs.
    if (subject === "playground") await page.getByTestId("snippet").waitFor();
    const stage = new Stage(page, await context.newCDPSession(page), context);
    await page.fill("#secret", SECRET);
    await page.fill("#url", url);
    await stage.settle();
    return stage;
  }

  async throttle(rate: number): Promise<void> {
    await this.cdp.send("Emulation.setCPUThrottlingRate", { rate });
  }

  async focus(field: "url" | "secret"): Promise<void> {
    await this.page.focus(`#${field}`);
    await this.page.evaluate((id) => {
      const element = document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement;
      element.setSelectionRange(element.value.length, element.value.length);
    }, field);
  }

  /**
   * Strikes keys, each `gap` milliseconds after the one before whether or not the page is done with that: a letter and a
   * backspace in turn, so that the text keeps its length.
   */
  async type(count: number, gap: number): Promise<Stroke[]> {
    await readProbe(this.page);
    const sent: Promise<unknown>[] = [];
    let due = performance.now();
    for (let at = 0; at < count; at++) {
      sent.push(this.strike(at % 2 === 0));
      due += gap;
      await sleep(Math.max(0, due - performance.now()));
    }
    await Promise.all(sent);
    await this.settle();
    return readProbe(this.page);
  }

  private strike(letter: boolean): Promise<unknown> {
    const key = letter
      ? { key: "a", code: "KeyA", text: "a", windowsVirtualKeyCode: 65 }
      : { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
    const { text: _, ...up } = { text: "", ...key };
    return Promise.all([
      this.cdp.send("Input.dispatchKeyEvent", { type: letter ? "keyDown" : "rawKeyDown", ...key }),
      this.cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...up }),
    ]);
  }

  /** Waits for the right signature of what the fields hold. */
  async settle(): Promise<void> {
    const url = await this.page.inputValue("#url");
    const secret = await this.page.inputValue("#secret");
    const message = url.replace(/^https?:\/\/[^/]*/, "");
    const signature = createHmac("sha1", secret).update(message).digest("hex");
    await this.page.waitForFunction(
      (expected) => document.querySelector('[data-testid="signature"]')?.textContent === expected,
      signature,
      { timeout: 60_000, polling: 100 },
    );
    await sleep(150);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
