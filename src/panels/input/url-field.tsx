import { memo, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Run } from "../../diagnosis/where/run";
import { pasteOver } from "../../session/paste-over";
import type { Session } from "../../session/session";
import type { Part } from "../../signing/types";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { moveFocus } from "../../ui/move-focus";
import { focusVerdict } from "../answer/rewrite-button";
import { MarkedParts } from "../marked-parts";

interface UrlFieldProps {
  readonly value: string;
  readonly parts: readonly Part[];
  /** Where mistakes show, in the field’s text. */
  readonly marks: readonly Run[];
  /** True where one line is left of the field. */
  readonly folds: boolean;
  readonly status: string;
  readonly session: Session;
}

/** Beyond this the field shows plain text and scrolls: colours would cost more than they tell. */
const MOST_COLOURED = 8_000;

/** The URL as pasted, coloured by its parts. A textarea over a mirror of itself, which gives it its height. */
export const UrlField = memo(function UrlField({
  value,
  parts,
  marks,
  folds,
  status,
  session,
}: UrlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(value);
  // Uncontrolled, so that a keystroke is rendered once, with its signature.
  useLayoutEffect(() => {
    if (field.current) showText(field.current, value);
  }, [value]);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const show = () => element && showMark(element, folds, marks.length > 0);
    show();
    element?.addEventListener("focusout", show);
    return () => element?.removeEventListener("focusout", show);
  }, [folds, marks]);
  const clear = () => {
    session.edit({ pasted: "" });
    moveFocus(field.current);
  };
  const coloured = value.length <= MOST_COLOURED;
  return (
    <Field
      id="url"
      label="URL"
      aside={
        <span className="flex items-baseline gap-2 text-sm text-soft">
          {status}
          {value !== "" && (
            <Button look="bare" className="-my-2 px-2" aria-label="Clear URL" onClick={clear}>
              ×
            </Button>
          )}
        </span>
      }
    >
      {({ id }) => (
        <div
          ref={box}
          className="field relative grid max-h-[45vh] md:max-lg:max-h-[25vh] overflow-y-auto compact:max-h-40 folded:max-h-10 folded:overflow-hidden folded:ml-1 folded:rounded-md folded:border-0 folded:not-focus-within:fade"
        >
          {coloured && (
            <div aria-hidden className="mirror">
              <MarkedParts parts={parts} runs={marks} />
              {"\u200b"}
            </div>
          )}
          <Area id={id} field={field} first={first} coloured={coloured} session={session} />
        </div>
      )}
    </Field>
  );
});

/** Shows the place of the mistake, in one line or in more than fit; to somebody who is at work in the field nothing moves. */
function showMark(box: HTMLElement, folds: boolean, isMarked: boolean): void {
  const mark = isMarked ? box.querySelector<HTMLElement>(".marked") : null;
  box.scrollLeft = folds && mark ? mark.offsetLeft - box.clientWidth / 3 : 0;
  // Of a paste of several lines the one that is left is the mark's.
  if (folds) {
    const middle = mark ? mark.offsetTop + Math.min(mark.offsetHeight, LINE) / 2 : 0;
    box.scrollTop = middle - box.clientHeight / 2;
  }
  if (!mark || folds || box.querySelector(":focus")) return;
  const isInSight =
    mark.offsetTop >= box.scrollTop && mark.offsetTop + LINE < box.scrollTop + box.clientHeight;
  if (!isInSight) box.scrollTop = mark.offsetTop - box.clientHeight / 2;
}

const LINE = 24;

/** Where an event of editing leads: back or on. */
type Way = "undo" | "redo" | undefined;

const WAYS: Readonly<Record<string, Way>> = { historyUndo: "undo", historyRedo: "redo" };

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way {
  if (ctrlKey === metaKey || altKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && ctrlKey ? "redo" : undefined;
}

function follow(event: Event, way: Way, session: Session): void {
  if (!way) return;
  event.preventDefault();
  session[way]();
}

const INSERTS: ReadonlySet<string> = new Set(["insertFromPaste", "insertFromDrop"]);

/** Puts a URL that is pasted or dropped into another one in its place. */
function insertUrl(event: InputEvent, field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  const pasted = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  const text = pasteOver(value, selectionStart, selectionEnd, pasted);
  if (text === null) return;
  event.preventDefault();
  showText(field, text);
  field.dispatchEvent(new Event("input"));
}

interface AreaProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly first: string;
  readonly coloured: boolean;
  readonly session: Session;
}

/** Puts a text into the field that was not typed there; the cursor stands behind what is new, as after an undoing. */
function showText(field: HTMLTextAreaElement, text: string): void {
  const { value } = field;
  if (value === text) return;
  let same = 0;
  const most = Math.min(value.length, text.length);
  while (same < most && value.at(-1 - same) === text.at(-1 - same)) same++;
  field.value = text;
  const at = text.length - same;
  if (document.activeElement === field) field.setSelectionRange(at, at);
}

/** Uncontrolled, so no keystroke renders it; and heard without React, which would sign a little later. */
const Area = memo(function Area({ id, field, first, coloured, session }: AreaProps) {
  useLayoutEffect(() => {
    const element = field.current;
    const onInput = () => {
      const text = element?.value ?? "";
      if (!session.takeMany(text)) session.type(text);
      else if (element) element.value = session.snapshot().state.pasted;
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
  // The session keeps what was typed and what was clicked in one order, which the browser's own undoing knows only half of.
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
      if (element && INSERTS.has(event.inputType)) insertUrl(event, element);
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
      className={coloured ? "mirrored placeholder:text-quiet" : "mirrored overflow-y-auto! text-ink!"}
    />
  );
});
