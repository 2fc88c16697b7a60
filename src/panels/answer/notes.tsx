import { memo } from "react";
import type { Note } from "../../signing/types";
import { Button } from "../../ui/button";
import { Changes } from "../changes";
import { RewriteButton } from "./rewrite-button";
import { Visible } from "./strings/marked-text";

interface NotesProps {
  readonly notes: readonly Note[];
  readonly onRewrite: (text: string) => void;
  readonly onSwitch: (schemeId: string) => void;
  /** Takes off what came along with the secret. */
  readonly onBare: () => void;
  /** Moves a secret that was pasted in the place of the URL. */
  readonly onMove: () => void;
}

/** Every change and every risk, each with its remedy. */
export const Notes = memo(function Notes({ notes, onRewrite, onSwitch, onBare, onMove }: NotesProps) {
  return (
    <ul
      data-testid="notes"
      aria-label="Notes"
      className="mt-2 divide-y divide-line rounded-box border border-line text-sm/5.5"
    >
      {[...notes]
        .sort((a, b) => Number(b.risk ?? false) - Number(a.risk ?? false))
        .map((note) => (
          <li key={note.kind} data-note={note.kind} className="flex gap-2.5 px-3.5 py-2">
            <span
              aria-hidden
              className={`w-4 shrink-0 text-center font-semibold ${note.risk ? "text-warn" : "text-quiet"}`}
            >
              {note.risk ? "!" : "i"}
            </span>
            <div className="min-w-0">
              <p>
                <Visible text={note.sentence} />
              </p>
              {note.changes && <Changes changes={note.changes} />}
              {note.rewrite && <RewriteButton rewrite={note.rewrite} onRewrite={onRewrite} />}
              {note.bares && (
                <Button className="mt-3" onClick={onBare}>
                  Take it off
                </Button>
              )}
              {note.moves && (
                <Button className="mt-3" onClick={onMove}>
                  Move it to the secret’s field
                </Button>
              )}
              {note.switchTo && (
                <Button className="mt-3" onClick={() => onSwitch(note.switchTo?.schemeId ?? "")}>
                  {note.switchTo.label}
                </Button>
              )}
            </div>
          </li>
        ))}
    </ul>
  );
});
