import type { Comparison } from "../../diagnosis/compare/compare";
import type { Unexplained } from "../../diagnosis/diagnosis";
import type { ValidRequest } from "../../diagnosis/edit/edit";
import { SearchFoot } from "./search-foot";

export const EDITED = "It was valid until it was edited.";

/** What is left to say, in one sentence. */
export function unexplained({ excluded }: Unexplained, signatureWord: string): string {
  return excluded.length > 0 ? "No known mistake explains it." : `This is no whole ${signatureWord}.`;
}

/** What was excluded, and what that leaves. */
export function UnexplainedView({
  diagnosis,
  before,
  comparison,
  isRightString,
  signatureWord,
}: {
  readonly diagnosis: Unexplained;
  /** The text that was valid with this signature; `null` where none is known. */
  readonly before: ValidRequest | null;
  /** What the string that the user's code signed has decided of the secret. */
  readonly comparison: Comparison["secret"] | undefined;
  /** True where that string is the one to sign. */
  readonly isRightString: boolean;
  readonly signatureWord: string;
}) {
  if (before)
    return (
      <>
        <div className="px-4 py-4 sm:px-5">
          <h3 className="text-xl/snug font-semibold tracking-tight">{EDITED}</h3>
          <p className="mt-0.5 text-soft">
            This secret made this {signatureWord} of another string, which stood here before. Take the edit
            back, or sign the URL anew.
          </p>
          <p className="specimen mt-2">{before.request.signingString}</p>
        </div>
        <SearchFoot diagnosis={diagnosis} />
      </>
    );
  const decided =
    comparison === "right"
      ? "The secret is right."
      : comparison === "other"
        ? "Another secret than the one entered here made it."
        : isRightString
          ? "If your code signed this string, the string is right."
          : null;
  const [headline, lead] = decided
    ? [decided, "What your code signed decides it, below."]
    : [unexplained(diagnosis, signatureWord), diagnosis.leaves];
  return (
    <>
      <div className="px-4 py-4 sm:px-5">
        <h3 className="text-xl/snug font-semibold tracking-tight">{headline}</h3>
        <p className="mt-0.5 text-soft">{lead}</p>
        <ExcludedList phrases={diagnosis.excluded} />
      </div>
      <SearchFoot diagnosis={diagnosis} />
    </>
  );
}

/** What the search has excluded, so far or for good. */
export function ExcludedList({ phrases }: { readonly phrases: readonly string[] }) {
  if (phrases.length === 0) return null;
  return (
    <div className="order-last w-full">
      <p className="mt-3 text-sm font-medium">Excluded</p>
      <ul className="mt-0.5 grid gap-x-5 text-sm text-soft tabular-nums sm:grid-cols-2">
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </div>
  );
}
