import type { KeyUse } from "../../diagnosis/diagnosis";

const MOST_DOTS = 24;

/** The key as dots, with what differs from the entered secret drawn around them. */
export function KeyDrawing({ keyUse }: { readonly keyUse: KeyUse }) {
  const dots = "•".repeat(Math.min(keyUse.dots, MOST_DOTS)) + (keyUse.dots > MOST_DOTS ? "…" : "");
  return (
    <span aria-hidden data-part="key" className="specimen">
      {keyUse.before.map((mark) => (
        <span key={`before ${mark}`} className="mark">
          {mark}
        </span>
      ))}
      {dots}
      {keyUse.after.map((mark) => (
        <span key={`after ${mark}`} className="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}
