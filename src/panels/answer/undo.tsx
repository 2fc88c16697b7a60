import type { PlaygroundProps } from "../../session/use-playground";
import { Button, type ButtonProps } from "../../ui/button";
import { focusVerdict } from "./rewrite-button";

export interface UndoProps extends PlaygroundProps, Pick<ButtonProps, "className" | "aria-describedby"> {
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
