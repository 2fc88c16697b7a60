import { assignmentIn } from "../../session/secret/assignment";
import type { SecretHome } from "../../session/secret/secret";

/** A key pressed, or a character of an input method: another may follow. What is pasted, dropped or filled in is whole. */
export function isKeystroke(event: Event): boolean {
  if (!(event instanceof InputEvent)) return false;
  const { inputType, data } = event;
  if (inputType === "insertText") return (data ?? "").length <= 2;
  return inputType === "insertCompositionText" || /^delete(?!ByCut)/.test(inputType);
}

/** The browser has taken an edit back. */
export const isUndone = (event: Event): boolean =>
  event instanceof InputEvent && event.inputType === "historyUndo";

/** The field drops line breaks from a paste without a word, or puts spaces in their place, so the paste itself is read. */
export function pasteSecret(event: ClipboardEvent, secret: SecretHome, variables: readonly string[]): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const isPart = secret.pastesInto || target.selectionStart !== target.selectionEnd;
  take(event, text, target, isPart, secret, variables);
}

export function dropSecret(event: DragEvent, secret: SecretHome, variables: readonly string[]): void {
  const text = event.dataTransfer?.getData("text/plain") ?? "";
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const { value, selectionStart, selectionEnd } = target;
  const isMovedWithin = text === value.slice(selectionStart ?? 0, selectionEnd ?? 0);
  if (isMovedWithin) return;
  // A published secret makes room.
  target.focus();
  take(event, text, target, secret.pastesInto, secret, variables);
}

/**
 * Puts a pasted or dropped text into the field. It takes the place of an own secret there, as a URL does in the URL field, because
 * nobody sees that two are glued together. `isPart`: the user has said where it goes.
 */
function take(
  event: Event,
  text: string,
  field: HTMLInputElement,
  isPart: boolean,
  secret: SecretHome,
  variables: readonly string[],
): void {
  const line = assignmentIn(text, variables);
  const taken = line ?? text.replace(/[\r\n]+/g, "");
  const replaced = isPart && line === null ? "" : field.value;
  if (taken !== text || replaced !== "" || event.type === "drop") {
    event.preventDefault();
    if (replaced !== "") field.select();
    // The only way that the field’s own Undo knows of.
    if (taken !== "") document.execCommand("insertText", false, taken);
  }
  if (replaced !== "" && replaced !== taken && taken !== "") secret.tookPlaceOf(replaced);
  if (line === null) void tellCarried(text, secret);
  // After the edit that the browser makes of a paste of one line.
  else setTimeout(() => secret.assigned());
}

/** Tells what a text carried, once the field has taken it. */
async function tellCarried(text: string, secret: SecretHome): Promise<void> {
  const { inspectPaste } = await import("./secret-paste");
  const { carried, kept } = inspectPaste(text);
  if (carried.length > 0) setTimeout(() => secret.pasted(carried, kept));
}

/** What is typed is whole once its field is left: what only stands in the place of a secret is told then. */
export async function leaveSecret(secret: SecretHome): Promise<void> {
  secret.leave();
  const { demo, bytes, pasted, revision } = secret.facts;
  if (demo || bytes === 0 || pasted.length > 0) return;
  const { inspectTyped } = await import("./secret-paste");
  const instead = inspectTyped(secret.text);
  if (instead.length > 0 && revision === secret.facts.revision) secret.pasted(instead, true);
}
