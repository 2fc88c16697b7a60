import { useDeferredValue, useMemo, useState } from "react";
import { compareUrls } from "../../signing/clients/two-urls";
import { findUrl, findUrls } from "../../signing/find/find-url";
import { joinUrl } from "../../signing/url-text";
import { Field } from "../../ui/field";
import { FoldMark } from "../../ui/fold-mark";
import { Comparison } from "./comparison";
import type { ClientsPanelProps } from "./props";
import { SharedSignatures } from "./shared-signature";

type ArrivedProps = Pick<
  ClientsPanelProps,
  "scheme" | "request" | "hash" | "url" | "revisions" | "hasSecret"
>;

/** The URL as a log, a mail or a network panel has it, compared with the one in the URL field. It stays on this page: no link holds it. */
export function Arrived({ scheme, request, url, ...judge }: ArrivedProps) {
  const [{ text, edits }, setTyped] = useState({ text: "", edits: 0 });
  const arrived = useDeferredValue(text);
  const urls = useMemo(
    () => [...new Set(findUrls(arrived, scheme).map(({ url }) => url))],
    [arrived, scheme],
  );
  const made = url || joinUrl(request.typed);
  const one = urls[0] ?? findUrl(arrived, scheme)?.url ?? arrived.trim();
  // A log names no host, and none is signed.
  const other = one.startsWith("/") ? request.typed.origin + one : one;
  return (
    <details className="group">
      <summary className="flex list-none items-baseline px-4 py-2.5 marker:hidden sm:px-5 compact:px-3 compact:py-1.5 pointer-coarse:py-2.75!">
        <FoldMark />
        Compare with the URL as it arrived
      </summary>
      <div className="px-4 pb-4 sm:px-5 compact:px-3 compact:pb-3">
        <Field
          id="arrived"
          label="URL as it arrived"
          hint="From a log, a network panel, a mail’s source, or a whole srcset. It stays here: links do not hold it."
        >
          {(ties) => (
            <textarea
              {...ties}
              rows={3}
              value={text}
              onChange={(event) => setTyped({ text: event.target.value, edits: edits + 1 })}
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="off"
              className="field field-sizing-content max-h-48 min-h-22 w-full px-3.5 py-2 font-mono text-[0.9375rem] break-all"
            />
          )}
        </Field>
        {urls.length > 1 && (
          <SharedSignatures {...judge} scheme={scheme} urls={urls} place={`arrived ${edits}`} />
        )}
        {arrived.trim() !== "" && urls.length < 2 && (
          <Comparison
            scheme={scheme}
            there={compareUrls(scheme, made, other)}
            back={compareUrls(scheme, other, made)}
            isRight={url !== ""}
          />
        )}
      </div>
    </details>
  );
}
