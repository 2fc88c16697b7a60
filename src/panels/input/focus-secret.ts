import { moveFocus } from "../../ui/move-focus";

/** Moves the focus to the field of the secret, where the page has one. */
export function focusSecret(): void {
  moveFocus(document.getElementById("secret"));
}
