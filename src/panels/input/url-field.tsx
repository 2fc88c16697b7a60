import { memo, useLayoutEffect, useRef, useState } from "react";
import type { Mark } from "../../diagnosis/where/mark";
import type { Session } from "../../session/session";
import type { Part } from "../../signing/types";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { moveFocus } from "../../ui/move-focus";
import { MarkedParts } from "../marked-parts";
import { showText, UrlArea } from "./url-area";

interface UrlFieldProps {
  readonly value: string;
  readonly parts: readonly Part[];
  /** Where mistakes show, in the field’s text. */
  readonly marks: readonly Mark[];
  /** True where one line is left of the field. */
  readonly folds: boolean;
  readonly status: string;
  readonly session: Session;
}

/** Beyond this, which is more than servers take, the field shows plain text and scrolls: colours would cost more than they tell. */
const MOST_COLOURED = 16_000;
/** What may be written from right to left. */
const TURNS = /[^\t\n\r -~]/;
/** What fits into the field that shows plain text. */
const MOST_SEEN = 2_000;

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
  const mayTurn = coloured || TURNS.test(value);
  return (
    <Field
      id="url"
      label="URL"
      aside={
        <span className="flex items-baseline gap-2 text-sm text-soft">
          {status}
          {!coloured && status && ", too long for colours"}
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
          data-straight={!mayTurn || undefined}
          className="field relative grid max-h-[45vh] md:max-lg:max-h-[25vh] overflow-y-auto compact:max-h-40 folded:max-h-10 folded:pointer-coarse:max-h-11 folded:overflow-hidden folded:ml-1 folded:rounded-md folded:border-0 folded:focus-within:z-1 folded:not-focus-within:fade"
        >
          <div aria-hidden className={coloured ? "mirror" : "mirror uncoloured"}>
            {coloured ? <MarkedParts parts={parts} marks={marks} /> : value.slice(0, MOST_SEEN)}
            {"\u200b"}
          </div>
          <UrlArea id={id} field={field} first={first} coloured={coloured} session={session} />
        </div>
      )}
    </Field>
  );
});

/** Scrolls to the place of the mistake, in a field of one line or in a longer one. While somebody is at work in the field nothing moves. */
function showMark(box: HTMLElement, folds: boolean, isMarked: boolean): void {
  const mark = isMarked ? box.querySelector<HTMLElement>(".marked") : null;
  box.scrollLeft = folds && mark ? mark.offsetLeft - box.clientWidth / 3 : 0;
  // Of a paste of several lines the one with the mark stays visible.
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
