import type { Row } from "../../many/groups";
import { anatomy, cutUrl } from "../../signing/url-text";
import { PartsText } from "../parts-text";

/** Longer ones are cut: they are read when they are opened. */
const LONGEST = 2_000;

/** One URL in one line, in the colours of its parts. */
export function UrlLine({ row, className = "" }: { readonly row: Row; readonly className?: string }) {
  const text = row.url.length > LONGEST ? `${row.url.slice(0, LONGEST)}…` : row.url;
  return (
    <p translate="no" className={`truncate font-mono text-sm ${className}`}>
      <PartsText parts={anatomy(cutUrl(text))} />
    </p>
  );
}
