let early: (() => void)[] = [];
let typed: string | undefined;

/**
 * To be called before React takes the page over. It takes a few milliseconds at a time, and meanwhile React hears no choice, text
 * or click; they are kept here and done afterwards.
 */
export function keepEarlyInput(): void {
  document.documentElement.dataset.heard = "";
  const chosen = document.querySelector<HTMLInputElement>("input[type=radio]:checked:not(:default)");
  if (chosen) {
    chosen.checked = false;
    early.push(() => chosen.click());
  }
  const field = urlField();
  if (field) keepText(field);
  addEventListener("input", hearText, true);
  early.push(() => typed !== undefined && typeUrl(typed));
  // Marked by boot.js.
  const clicked = document.querySelector<HTMLButtonElement>("button[data-clicked]");
  clicked?.removeAttribute("data-clicked");
  early.push(() => clicked?.click());
}

/** Says that the controls work, and shows a linked case, which boot.js keeps hidden until it stands. */
export function tellReady(): void {
  removeEventListener("input", hearText, true);
  for (const doAgain of early) doAgain();
  early = [];
  document.documentElement.dataset.ready = "true";
  delete document.documentElement.dataset.linked;
}

/** React sets a textarea back to what the build wrote into it, unless that stands there no more. */
function keepText(field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  if (value !== field.defaultValue) typed = value;
  field.defaultValue = "";
  field.value = value;
  if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
}

function hearText({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement && target === urlField()) typed = target.value;
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
