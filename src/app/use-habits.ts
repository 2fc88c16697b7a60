import { useEffect } from "react";
import type { Session } from "../session/session";

/** What a URL, a log line or a vendor's message has and a secret alone has not. A secret must not land in the URL field by mistake. */
const MAY_HOLD_URL = /:\/\/|^\/|\s|^[\w-]+(?:\.[\w-]+)+\//;

/** What is pasted or dropped anywhere lands in the URL field, and `/` leads to it. */
export function useHabits(session: Session): void {
  useEffect(() => {
    const take = (event: Event, text: string) => {
      if (event.defaultPrevented || isField(event.target) || !MAY_HOLD_URL.test(text.trim())) return;
      // Where it is not on show, nothing is put into it unseen.
      if (!urlField()) return;
      event.preventDefault();
      session.takeAnother();
      session.type(text);
      toUrlField();
    };
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData?.getData("text/plain") ?? "");
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) take(event, event.dataTransfer?.getData("text/plain") ?? "");
    };
    const onDragOver = (event: DragEvent) => {
      if (!isField(event.target) && !holdsFiles(event)) event.preventDefault();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isField(event.target))
        return;
      event.preventDefault();
      toUrlField()?.select();
    };
    addEventListener("paste", onPaste);
    addEventListener("drop", onDrop);
    addEventListener("dragover", onDragOver);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("paste", onPaste);
      removeEventListener("drop", onDrop);
      removeEventListener("dragover", onDragOver);
      removeEventListener("keydown", onKey);
    };
  }, [session]);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

function urlField(): HTMLTextAreaElement | null {
  return document.querySelector("textarea#url");
}

/** Moves the focus there, and shows it even where it has the focus and was scrolled out of sight. */
function toUrlField(): HTMLTextAreaElement | null {
  const field = urlField();
  field?.focus();
  field?.scrollIntoView({ block: "nearest" });
  return field;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, select");
}
