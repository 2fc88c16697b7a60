let typed: string | null = null;

/** To be called before React takes the page over: it sets a textarea back to what the build wrote into it. */
export function keepTyped(): void {
  const field = document.querySelector<HTMLTextAreaElement>("textarea#url");
  if (field && field.value !== field.defaultValue) typed = field.value;
}

/** Says that the controls work, and shows a linked case, which boot.js keeps hidden until it stands. */
export function tellReady(): void {
  typeAgain();
  document.documentElement.dataset.ready = "true";
  delete document.documentElement.dataset.linked;
}

/** What was typed before the scripts ran. */
function typeAgain(): void {
  const field = document.querySelector<HTMLTextAreaElement>("textarea#url");
  if (typed === null || !field) return;
  field.value = typed;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  typed = null;
}
