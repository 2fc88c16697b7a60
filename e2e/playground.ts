import { expect, type Locator, type Page } from "@playwright/test";

/** Everything that the page says of its inputs, read at one moment. */
export interface Outputs {
  readonly signingString: string;
  readonly signature: string;
  readonly signedUrl: string;
  readonly verdict: string;
  /** The kind, or empty when nothing stops signing. */
  readonly problem: string;
  /** The kinds, in alphabetical order. */
  readonly notes: readonly string[];
}

const FIRST_CASE = "#example=libpixel-options";

/** The page as its users and their scripts find their way in it: by role, accessible name and `data-testid` alone. */
export class Playground {
  readonly url: Locator;
  readonly secret: Locator;
  readonly result: Locator;
  /** In a frame of its own, which may lead anywhere, as the page may not. */
  readonly openLink: Locator;

  constructor(readonly page: Page) {
    this.url = page.getByRole("textbox", { name: "URL", exact: true });
    this.secret = page.getByLabel("Secret", { exact: true });
    this.result = page.getByTestId("result");
    this.openLink = page
      .locator('iframe[title="Open the signed URL"]')
      .contentFrame()
      .getByRole("link", { name: "Open", exact: true });
  }

  async open(address: string = playgroundAddress()): Promise<void> {
    await this.page.goto(address);
    await this.waitUntilReady();
  }

  /** Back to the first screen's case without a load; what was typed is cleared. */
  async startOver(): Promise<void> {
    await this.open(playgroundAddress() + FIRST_CASE);
  }

  /**
   * As on a first visit, in the same tab. The way leads over a page of the same origin without scripts, so that its process stays: to start
   * one costs as much as to load the page.
   */
  async openAnew(address: string = playgroundAddress()): Promise<void> {
    await this.page.goto(`${playgroundAddress()}mistakes/for-docs.html`);
    await this.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await this.open(address);
  }

  async waitUntilReady(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "true");
  }

  async setScheme(label: string): Promise<void> {
    await this.choose("Scheme", label);
  }

  async setHash(label: string): Promise<void> {
    await this.choose("Hash", label);
  }

  private async choose(group: string, label: string): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: group })
      .getByRole("radio", { name: label, exact: true })
      .check();
  }

  async setUrl(text: string): Promise<void> {
    await this.url.fill(text);
  }

  async setSecret(text: string): Promise<void> {
    await this.secret.fill(text);
  }

  async sign(scheme: string, url: string, secret: string): Promise<Outputs> {
    await this.setScheme(scheme);
    // The secret first: without one, public keys are looked for at once. The demo's leaves the field for another URL.
    await this.setSecret(secret);
    await this.setUrl(url);
    if ((await this.secret.inputValue()) !== secret) await this.setSecret(secret);
    return this.outputs();
  }

  async chooseExample(title: string): Promise<void> {
    await this.page.getByRole("button", { name: "Examples" }).click();
    await this.page.getByRole("button", { name: title, exact: true }).click();
  }

  /** After a diagnosis one line is left of the three steps. */
  async unfoldSteps(): Promise<void> {
    await this.page.getByRole("button", { name: /^How it is signed/ }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  note(kind: string): Locator {
    return this.page.getByTestId("notes").locator(`[data-note="${kind}"]`);
  }

  async waitForResult(): Promise<void> {
    await expect(this.result).not.toHaveAttribute("aria-busy", "true");
  }

  /** Read once, without a second chance, as soon as the page says that they belong to the inputs. */
  async outputs(): Promise<Outputs> {
    await this.waitForResult();
    return this.result.evaluate((result) => {
      const text = (id: string) => result.querySelector(`[data-testid="${id}"]`)?.textContent ?? "";
      const kind = (id: string) =>
        result.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset[id] ?? "";
      const notes = result.querySelectorAll<HTMLElement>('[data-testid="notes"] [data-note]');
      return {
        signingString: text("signing-string"),
        signature: text("signature"),
        signedUrl: text("signed-url"),
        verdict: kind("verdict"),
        problem: kind("problem"),
        notes: Array.from(notes, (note) => note.dataset.note ?? "").sort(),
      };
    });
  }
}

/** Where the built playground is served. */
export function playgroundAddress(): string {
  const address = process.env.PLAYGROUND_ADDRESS;
  if (!address) throw new Error("serve-build.ts has not run: start the tests by their configuration");
  return address;
}
