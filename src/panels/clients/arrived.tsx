import { useDeferredValue, useMemo, useState } from "react";
import type { Scheme } from "../../schemes/scheme";
import { listed } from "../../signing/clients/who-sends";
import { findUrl, findUrls } from "../../signing/find/find-url";
import { compareUrls, type Difference, type TwoUrls } from "../../signing/two-urls";
import { joinUrl } from "../../signing/url-text";
import { Field } from "../../ui/field";
import { FoldMark } from "../../ui/fold-mark";
import type { ClientsPanelProps } from "./props";
import { SharedSignatures } from "./shared-signature";

type ArrivedProps = Pick<
  ClientsPanelProps,
  "scheme" | "request" | "hash" | "url" | "revisions" | "hasSecret"
>;

/** The URL as a log, a mail or a network panel has it, compared with the one above. It stays on this page: no link holds it. */
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
      <summary className="list-none truncate px-4 py-2.5 marker:hidden sm:px-5 compact:px-3 compact:py-1.5">
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

interface ComparisonProps {
  readonly scheme: Scheme;
  readonly there: TwoUrls | null;
  readonly back: TwoUrls | null;
  /** True where the one above is valid with the secret entered. */
  readonly isRight: boolean;
}

function Comparison({ scheme, there, back, isRight }: ComparisonProps) {
  if (!there) return <p className="mt-3 font-medium">There is no request to {scheme.label} in it.</p>;
  const { proof, differences, reordered } = there;
  return (
    <div role="status" data-testid="two-urls" data-proof={proof} className="mt-3">
      <p className="font-medium">
        {PROOFS[proof](scheme.signatureWord)}{" "}
        {proof === "one-signature" && isRight && "The one above is right with this secret."}
      </p>
      {reordered && <p>The parameters are the same in another order.</p>}
      <ul className="mt-1.5 grid gap-1">
        {differences.map((difference, at) => (
          <Differing key={at} {...difference} />
        ))}
      </ul>
      {proof !== "same-string" && <p className="mt-1.5">{makersOf(there, back)}</p>}
    </div>
  );
}

function Differing({ where, made, arrived }: Difference) {
  return (
    <li data-where={where.part === "path" ? "path" : where.name} className="break-all">
      <span className="text-soft">{where.part === "path" ? "the path" : where.name}: </span>
      <Value text={made} /> <span className="text-quiet">→</span> <Value text={arrived} />
    </li>
  );
}

function Value({ text }: { readonly text: string | null }) {
  if (text === null) return <span className="text-soft">not there</span>;
  return text === "" ? <span className="text-soft">empty</span> : <code className="specimen">{text}</code>;
}

const PROOFS: Readonly<Record<TwoUrls["proof"], (signatureWord: string) => string>> = {
  "same-string": () => "Nothing that is signed differs between the two.",
  "one-signature": (word) =>
    `One ${word} stands over two strings, so at most one of the two URLs is right. That is certain without any secret.`,
  "two-signatures": (word) => `Each carries a ${word} of its own, so both may be right.`,
  unsigned: (word) => `Not both carry a ${word}.`,
};

function makersOf(there: TwoUrls, back: TwoUrls | null): string {
  if (there.makers.length > 0) return `This is what becomes of it by ${listed(there.makers)}.`;
  if (back && back.makers.length > 0)
    return `The other way round it is known: the one above is made of this one by ${listed(back.makers)}.`;
  return "No client known here makes the one of the other.";
}
