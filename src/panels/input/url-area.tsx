import { memo, type RefObject, useLayoutEffect } from "react";
import { fetchWhenOnline } from "../../session/late";
import { pasteOver } from "../../session/paste-over";
import type { Session } from "../../session/session";
import { focusVerdict } from "../answer/rewrite-button";
import { WAYS, type Way, wayOf } from "./undo-way";

/** UTF-16 units: to lay out a longer text takes longer than all else that it changes. */
const LONG = 100_000;

/** Comes late: without it a long text is painted with all else. */
let paintFirst: (field: HTMLTextAreaElement) => void = () => {};

export async function fetchPaintFirst(): Promise<void> {
  ({ paintFirst } = await fetchWhenOnline(() => import("./paint-first")));
}

interface UrlAreaProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly first: string;
  readonly coloured: boolean;
  readonly session: Session;
}

/** Uncontrolled, so no keystroke renders it; and heard without React, which would sign a little later. */
export const UrlArea = memo(function UrlArea({ id, field, first, coloured, session }: UrlAreaProps) {
  useLayoutEffect(() => {
    const element = field.current;
    const onInput = ({ isTrusted, inputType }: Event & Partial<InputEvent>) => {
      const text = element?.value ?? "";
      // What a script has put there is not laid out yet.
      if (element && !isTrusted && text.length > LONG) paintFirst(element);
      if (!session.takeMany(text)) session.type(text);
      else if (element) element.value = session.snapshot().state.pasted;
      // The cursor stands at the end of a paste: what was taken of it may be out of sight.
      if (element && (!isTrusted || INSERTS.has(inputType ?? "")))
        requestAnimationFrame(() =>
          element.parentElement?.querySelector("[data-part=origin]")?.scrollIntoView({ block: "nearest" }),
        );
    };
    // Before the field lays it out, which takes seconds.
    const onPaste = (event: ClipboardEvent) => {
      if (session.takeMany(event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
    };
    element?.addEventListener("input", onInput);
    element?.addEventListener("paste", onPaste);
    return () => {
      element?.removeEventListener("input", onInput);
      element?.removeEventListener("paste", onPaste);
    };
  }, [field, session]);
  // The session undoes what was typed and what was clicked in one order. The browser's own undoing knows only what was typed.
  useLayoutEffect(() => {
    const element = field.current;
    const onKey = (event: KeyboardEvent) => {
      follow(event, wayOf(event), session);
      // A URL has no line breaks: Enter leaves the field. With Shift it breaks the line.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      element?.blur();
      focusVerdict();
    };
    const onBrowser = (event: InputEvent) => {
      follow(event, WAYS[event.inputType], session);
      if (element) insert(event, element, session);
    };
    element?.addEventListener("keydown", onKey);
    element?.addEventListener("beforeinput", onBrowser);
    return () => {
      element?.removeEventListener("keydown", onKey);
      element?.removeEventListener("beforeinput", onBrowser);
    };
  }, [field, session]);
  return (
    <textarea
      id={id}
      ref={field}
      defaultValue={first}
      rows={coloured ? 1 : 10}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      placeholder="https://…"
      className={coloured ? "mirrored placeholder:text-quiet" : "mirrored uncoloured"}
    />
  );
});

/** Puts a text into the field that was not typed there; the cursor stands behind what is new, as after an undoing. */
export function showText(field: HTMLTextAreaElement, text: string): void {
  const { value } = field;
  if (value === text) return;
  let same = 0;
  const most = Math.min(value.length, text.length);
  while (same < most && value.at(-1 - same) === text.at(-1 - same)) same++;
  field.value = text;
  const at = text.length - same;
  if (document.activeElement === field) field.setSelectionRange(at, at);
  if (text.length > LONG) paintFirst(field);
}

function follow(event: Event, way: Way, session: Session): void {
  if (!way) return;
  event.preventDefault();
  session[way]();
}

const INSERTS: ReadonlySet<string> = new Set(["insertFromPaste", "insertFromDrop"]);

/** Puts a URL that is pasted or dropped into another one in its place, and a long text where it belongs without laying it out. */
function insert(event: InputEvent, field: HTMLTextAreaElement, session: Session): void {
  const inserted = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  const isPaste = INSERTS.has(event.inputType);
  if (!isPaste && inserted.length <= LONG) return;
  const { value, selectionStart, selectionEnd } = field;
  const text = isPaste ? pasteOver(value, selectionStart, selectionEnd, inserted) : null;
  if (text !== null || (isPaste && selectionEnd - selectionStart === value.length)) session.takeAnother();
  if (text === null && (inserted.length <= LONG || !event.cancelable)) return;
  event.preventDefault();
  if (text === null) field.setRangeText(inserted, selectionStart, selectionEnd, "end");
  else showText(field, text);
  field.dispatchEvent(new Event("input"));
}
