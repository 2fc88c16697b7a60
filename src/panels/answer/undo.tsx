import type { PlaygroundProps } from "../../session/use-playground";
import { Button, type ButtonProps } from "../../ui/button";
import { useDrawnId } from "../../ui/draw";
import { focusVerdict } from "./rewrite-button";

interface UndoProps extends PlaygroundProps, Pick<ButtonProps, "className" | "aria-describedby"> {
  readonly onRewrite: (text: string) => void;
}

/** Takes back the last change by one click, or an edit that made a valid text invalid. */
export function Undo({ playground, onRewrite, ...button }: UndoProps) {
  const { session, undoesClick, edited, valid } = playground;
  const before = (edited || playground.before) && valid?.pasted;
  if (!undoesClick && !before) return null;
  return (
    <Button
      {...button}
      onClick={() => {
        if (undoesClick) session.undo();
        else if (before) onRewrite(before);
        focusVerdict();
      }}
    >
      Undo
    </Button>
  );
}

/** Says what the page changed by itself, and takes it back. */
export function Switched(props: UndoProps) {
  const id = useDrawnId();
  return (
    <p className="flex items-center justify-between gap-3 border-t border-line px-4 py-1.5 text-soft sm:px-5 compact:px-3 compact:text-sm">
      <span id={id}>{props.playground.switched}, because of what you pasted.</span>
      <Undo {...props} aria-describedby={id} />
    </p>
  );
}
