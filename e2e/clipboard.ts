import { expect } from "./fixtures";
import type { Playground } from "./playground";

/** What the clipboard holds, by pasting it into a field: the page itself is forbidden to read it. */
export async function readClipboard({ page }: Playground): Promise<string> {
  const tab = await page.context().newPage();
  await tab.setContent("<textarea autofocus></textarea>");
  const field = tab.getByRole("textbox");
  await field.focus();
  await tab.keyboard.press("ControlOrMeta+V");
  const text = await field.inputValue();
  await tab.close();
  return text;
}

/** Puts `text` on the clipboard as another program would. */
export async function writeClipboard({ page }: Playground, text: string): Promise<void> {
  const tab = await page.context().newPage();
  await tab.setContent("<textarea autofocus></textarea>");
  await tab.evaluate((text) => {
    document.addEventListener("copy", (event) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    });
  }, text);
  await tab.getByRole("textbox").focus();
  await tab.keyboard.press("ControlOrMeta+C");
  await tab.close();
  await page.bringToFront();
}

/** Pastes `text` over what a field holds, through the real clipboard. */
export async function paste(playground: Playground, field: "url" | "secret", text: string): Promise<void> {
  await writeClipboard(playground, text);
  await playground[field].focus();
  await playground.page.keyboard.press("ControlOrMeta+A");
  await playground.page.keyboard.press("ControlOrMeta+V");
  await expect(playground[field]).not.toHaveValue("");
}

/** Drops `text` into a field, as from another window. */
export async function dropText(playground: Playground, field: "url" | "secret", text: string): Promise<void> {
  const { page } = playground;
  const session = await page.context().newCDPSession(page);
  const box = await playground[field].boundingBox();
  if (!box) throw new Error("the field has no place");
  const at = { x: box.x + 60, y: box.y + box.height / 2 };
  const data = { items: [{ mimeType: "text/plain", data: text }], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
}
