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

/** Takes the focus from a button that disappears with its click. */
export function focusVerdict(): void {
  document.querySelector<HTMLElement>("[data-verdict]")?.focus({ preventScroll: true });
}
