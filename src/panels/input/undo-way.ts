/** Where an event of editing leads: back or on. */
export type Way = "undo" | "redo" | undefined;

export const WAYS: Readonly<Record<string, Way>> = { historyUndo: "undo", historyRedo: "redo" };

export function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way {
  if (ctrlKey === metaKey || altKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && ctrlKey ? "redo" : undefined;
}
