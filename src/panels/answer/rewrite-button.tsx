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
        // The button goes with what it mends.
        document.querySelector<HTMLElement>("[data-verdict]")?.focus({ preventScroll: true });
      }}
    >
      {rewrite.label}
    </Button>
  );
}
