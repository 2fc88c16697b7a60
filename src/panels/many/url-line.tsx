import type { Row } from "../../many/groups";
import { findScheme } from "../../schemes";
import { anatomy, cutUrl } from "../../signing/url-text";
import { Visible } from "../answer/marked-text";

/** Longer ones are cut: they are read when they are opened. */
const LONGEST = 2_000;

/** One URL in one line, in the colours of its parts. Characters that turn the direction of text are named instead, and have no effect. */
export function UrlLine({ row, className = "" }: { readonly row: Row; readonly className?: string }) {
  const text = row.url.length > LONGEST ? `${row.url.slice(0, LONGEST)}…` : row.url;
  const url = cutUrl(text);
  const request = findScheme(row.scheme)?.read(url, {});
  return (
    <p translate="no" className={`truncate font-mono text-sm ${className}`}>
      {anatomy(url, request?.ok ? request.value.found : null).map(({ kind, text }, index) => (
        <span key={index} data-part={kind}>
          <Visible text={text} />
        </span>
      ))}
    </p>
  );
}
