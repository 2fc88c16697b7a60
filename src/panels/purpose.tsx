import { textLinkClass } from "../ui/text-link";

/** What the page is for, and one click to see it at work. */
export function Purpose({ onBroken }: { readonly onBroken: () => void }) {
  return (
    <>
      See exactly what gets signed: sign a URL, or learn why one fails.{" "}
      <button type="button" onClick={onBroken} className={`${textLinkClass} text-ink`}>
        Open a broken one
      </button>
    </>
  );
}
