import type { Rewrite } from "../../signing/types";
import { Button } from "../../ui/button";
import { moveFocus } from "../../ui/move-focus";

/** One click that changes the URL field. */
export function RewriteButton({
  rewrite,
  onRewrite,
}: {
  readonly rewrite: Rewrite;
  readonly onRewrite: (text: string) => void;
}) {
  return (
    <Button
      className="mt-3"
      onClick={() => {
        onRewrite(rewrite.text);
        focusVerdict();
      }}
    >
      {rewrite.label}
    </Button>
  );
}

/** Leads to the verdict from a button that disappears with its click, or from far below. */
export function focusVerdict(): void {
  moveFocus(document.querySelector<HTMLElement>("[data-verdict]"));
}
