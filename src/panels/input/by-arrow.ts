import type { KeyboardEvent } from "react";
import { moveFocus } from "../../ui/move-focus";

const CONTROLS = "input, textarea, button";

/** The row and the column of a control; `old` itself where it is the same. */
export function placeOf(target: Element, old: { row: number; column: number }) {
  const row = target.closest("tr");
  if (!row) return old;
  const place = { row: row.sectionRowIndex, column: [...row.querySelectorAll(CONTROLS)].indexOf(target) };
  return place.row === old.row && place.column === old.column ? old : place;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From one control of the table to the next; within a text the cursor goes first. */
export function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const { target, currentTarget } = event;
  if (!step || !(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!leavesText(target, event.key)) return;
  const { row, column } = placeOf(target, { row: 0, column: 0 });
  const next =
    currentTarget.tBodies[0]?.rows[row + step[0]]?.querySelectorAll<HTMLElement>(CONTROLS)[column + step[1]];
  if (!next) return;
  event.preventDefault();
  moveFocus(next);
}

function leavesText(target: HTMLElement, key: string): boolean {
  if (target instanceof HTMLTextAreaElement) return false;
  if (!(target instanceof HTMLInputElement) || key === "ArrowUp" || key === "ArrowDown") return true;
  const { selectionStart, selectionEnd, value } = target;
  return selectionStart === selectionEnd && selectionStart === (key === "ArrowLeft" ? 0 : value.length);
}
