import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";
import type { Playground } from "./playground";

/** Another program's window: one for each context, for a tab costs as much as many tests. */
const fields = new WeakMap<BrowserContext, Promise<Locator>>();

/** Does something in the field of that window, which is left empty. */
async function inField<Result>(page: Page, act: (field: Locator) => Promise<Result>): Promise<Result> {
  const context = page.context();
  const opened = fields.get(context) ?? openField(context);
  fields.set(context, opened);
  const field = await opened;
  await field.page().bringToFront();
  await field.focus();
  const result = await act(field);
  await field.fill("");
  await page.bringToFront();
  return result;
}

async function openField(context: BrowserContext): Promise<Locator> {
  const tab = await context.newPage();
  await tab.setContent("<textarea></textarea>");
  return tab.getByRole("textbox");
}

/** What the clipboard holds, by pasting it into a field: the page itself is forbidden to read it. */
export async function readClipboard({ page }: Playground): Promise<string> {
  return inField(page, async (field) => {
    await field.press("ControlOrMeta+V");
    return field.inputValue();
  });
}

/** Clicks a button that copies. @returns what is on the clipboard once the button says so. */
export async function copiedBy(playground: Playground, name: string): Promise<string> {
  const button = playground.button(name);
  await button.click();
  await expect(button.getByText("Copied")).toBeVisible();
  return readClipboard(playground);
}

/** Puts `text` on the clipboard as another program would. */
export async function writeClipboard({ page }: Playground, text: string): Promise<void> {
  await inField(page, async (field) => {
    await field.evaluate((field: HTMLTextAreaElement, text) => {
      const copy = (event: ClipboardEvent) => {
        event.clipboardData?.setData("text/plain", text);
        event.preventDefault();
      };
      field.addEventListener("copy", copy, { once: true });
    }, text);
    await field.press("ControlOrMeta+C");
  });
}

/** Pastes `text` over what a field holds, through the real clipboard. */
export async function paste(playground: Playground, field: "url" | "secret", text: string): Promise<void> {
  await writeClipboard(playground, text);
  await playground[field].focus();
  await playground.page.keyboard.press("ControlOrMeta+A");
  await playground.page.keyboard.press("ControlOrMeta+V");
  await expect(playground[field]).not.toHaveValue("");
}

/** Drops `text` into a field or onto another element, as from another window. */
export async function dropText(
  playground: Playground,
  on: "url" | "secret" | Locator,
  text: string,
): Promise<void> {
  const { page } = playground;
  const session = await page.context().newCDPSession(page);
  const box = await (typeof on === "string" ? playground[on] : on).boundingBox();
  if (!box) throw new Error("what it is dropped on has no place");
  const at = { x: box.x + 60, y: box.y + box.height / 2 };
  const data = { items: [{ mimeType: "text/plain", data: text }], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
}
