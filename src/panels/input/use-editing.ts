import { type FocusEvent, type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";

/** Longer than a tap takes from losing the focus to its click: nothing moves under a finger. */
const TAP = 300;

/** True while somebody is at work in the inputs: from a touch or a key until the focus leaves them, or a paste is whole. */
export function useEditing() {
  const [isEditing, setEditing] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLElement && target.matches("input, textarea, select")) setEditing(true);
  };
  const handlers = {
    // What is folded unfolds at the end of a tap: else its click would meet what has moved under the finger.
    onPointerDown: (event: SyntheticEvent<HTMLElement>) => {
      if (!event.currentTarget.matches("[data-folded]")) begin(event);
    },
    onClick: begin,
    onKeyDown: ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key !== "Tab" && key !== "Shift" && !ctrlKey && !metaKey) setEditing(true);
    },
    onPaste: () => setEditing(false),
    onDrop: () => setEditing(false),
    onFocus: () => clearTimeout(timer.current),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      clearTimeout(timer.current);
      if (!currentTarget.contains(relatedTarget)) timer.current = setTimeout(() => setEditing(false), TAP);
    },
  };
  return { isEditing, setEditing, handlers };
}
