import type { Claims } from "../../diagnosis/known/claims";
import { Visible } from "../answer/strings/marked-text";

interface ClaimsViewProps {
  readonly claims: Claims;
  /** True where it is certain here that no secret makes the URL valid. */
  readonly isImpossible: boolean;
  readonly word: string;
}

/** The verdict of an answer, in words. */
export function claimed(verdict: Claims["verdict"], word: string): string {
  return verdict === "valid" ? `Valid: the secret made this ${word}.` : "Does not match.";
}

/** A pasted answer: told as what it is, the word of whoever wrote it. Only what this page saw itself is said to be so. */
export function ClaimsView({ claims, isImpossible, word }: ClaimsViewProps) {
  const { verdict, mistakes, hasOthers, signed, fits, shouldBe } = claims;
  return (
    <section
      aria-label="The customer’s page says"
      data-testid="claims"
      data-claims={verdict}
      className="border-b border-line px-4 py-5 sm:px-5"
    >
      <p className="text-sm font-semibold text-soft">The customer’s page says</p>
      <p className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug">
        {claimed(verdict, word)}
      </p>
      {mistakes.map(({ id, title, detail, why, fix }) => (
        <div key={id} data-mistake={id} className="mt-3">
          <p className="text-lg/snug font-semibold text-balance">{title}</p>
          {detail !== undefined && (
            <p className="font-medium wrap-anywhere">
              “<Visible text={detail} />”
            </p>
          )}
          <p className="text-soft">{why}</p>
          <p>
            <span className="font-semibold text-good">Fix</span> {fix}
          </p>
        </div>
      ))}
      {verdict === "mismatch" && mistakes.length === 0 && (
        <p className="mt-1">
          {hasOthers ? "The mistake is told on that page only." : "The answer names no mistake."}
        </p>
      )}
      {signed !== null && signed !== shouldBe && (
        <div className="mt-3">
          <p className="text-soft">Was signed, it says:</p>
          <p className="specimen max-h-40 overflow-y-auto">
            <Visible text={signed} />
          </p>
          <p className="text-soft">Should be:</p>
          <p className="specimen max-h-40 overflow-y-auto">
            <Visible text={shouldBe} />
          </p>
        </div>
      )}
      <p className="mt-3 text-sm text-soft">
        {signed !== null && fits
          ? "Checked here: the mistakes that it names give this string of this URL. That the secret signed it cannot be checked without the secret."
          : "None of it can be checked here without the secret."}
      </p>
      {verdict === "valid" && isImpossible && (
        <p className="mt-2 font-medium text-bad">
          That contradicts what is certain of this URL as it stands here: the answer belongs to another one,
          or one of the two was changed.
        </p>
      )}
    </section>
  );
}
