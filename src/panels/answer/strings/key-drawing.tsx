import type { KeyUse } from "../../../diagnosis/diagnosis";

const MOST_DOTS = 24;

/** The key as dots, with what differs from the entered secret drawn around them, or marked among them. */
export function KeyDrawing({ keyUse: { dots, before, after, odd } }: { readonly keyUse: KeyUse }) {
  const shown = odd ? Math.max(MOST_DOTS, odd.end) : MOST_DOTS;
  const text = "•".repeat(Math.min(dots, shown)) + (dots > shown ? "…" : "");
  return (
    <span aria-hidden data-part="key" className="specimen">
      {before.map((mark) => (
        <span key={`before ${mark}`} className="mark">
          {mark}
        </span>
      ))}
      {text.slice(0, odd?.start)}
      {odd && (
        <span className={odd.end > odd.start ? "marked" : "marked gap"}>
          {text.slice(odd.start, odd.end)}
        </span>
      )}
      {odd && text.slice(odd.end)}
      {after.map((mark) => (
        <span key={`after ${mark}`} className="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}
