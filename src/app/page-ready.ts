let early: (() => void)[] = [];

/**
 * To be called before React takes the page over: it sets a textarea back to what the build wrote into it, and hears nothing of
 * a choice that was made before.
 */
export function keepEarlyInput(): void {
  const chosen = document.querySelector<HTMLInputElement>("input[type=radio]:checked:not(:default)");
  if (chosen) {
    chosen.checked = false;
    early.push(() => chosen.click());
  }
  const field = urlField();
  if (!field || field.value === field.defaultValue) return;
  const typed = field.value;
  early.push(() => typeUrl(typed));
}

/** Says that the controls work, and shows a linked case, which boot.js keeps hidden until it stands. */
export function tellReady(): void {
  for (const doAgain of early) doAgain();
  early = [];
  document.documentElement.dataset.ready = "true";
  delete document.documentElement.dataset.linked;
}

function urlField(): HTMLTextAreaElement | null {
  return document.querySelector("textarea#url");
}

function typeUrl(text: string): void {
  const field = urlField();
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
