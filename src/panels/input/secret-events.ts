import { assignmentIn } from "../../session/assignment";
import type { SecretHome } from "../../session/secret";

/** A key pressed, or a character of an input method: another may follow. What is pasted, dropped or filled in is whole. */
export function isKeystroke(event: Event): boolean {
  if (!(event instanceof InputEvent)) return false;
  const { inputType, data } = event;
  if (inputType === "insertText") return (data ?? "").length <= 2;
  return inputType === "insertCompositionText" || /^delete(?!ByCut)/.test(inputType);
}

/** Over a published secret a drop takes all of its place, wherever it falls. */
export function dropSecret(event: DragEvent, secret: SecretHome): void {
  const text = event.dataTransfer?.getData("text/plain") ?? "";
  if (!secret.facts.demo || text === "") return;
  event.preventDefault();
  secret.put(text.replace(/[\r\n]+/g, ""));
  void tellCarried(text, secret);
}

/** Tells what a text carried, once the field has taken it. */
async function tellCarried(text: string, secret: SecretHome): Promise<void> {
  const { inspectPaste } = await import("./secret-paste");
  const { carried, kept } = inspectPaste(text);
  if (carried.length > 0) setTimeout(() => secret.pasted(carried, kept));
}

/** The field drops line breaks from a paste without a word, or puts spaces in their place, so the paste itself is read. */
export function pasteSecret(event: ClipboardEvent, secret: SecretHome, variables: readonly string[]): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const line = assignmentIn(text, variables);
  const { target } = event;
  if (line !== null && target instanceof HTMLInputElement) {
    event.preventDefault();
    target.select();
    secret.put(line);
    secret.assigned();
    return;
  }
  if (/[\r\n]/.test(text)) {
    event.preventDefault();
    // The only way that the field’s own Undo knows of.
    document.execCommand("insertText", false, text.replace(/[\r\n]+/g, ""));
  }
  void tellCarried(text, secret);
}
