import type { Rewrite } from "../../signing/types";
import { Button } from "../../ui/button";

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

/** A button that goes with what it does hands on the focus. */
export function focusVerdict(): void {
  document.querySelector<HTMLElement>("[data-verdict]")?.focus({ preventScroll: true });
}
