import type { ExplainedMistake } from "../../diagnosis/diagnosis";
import { TextLink } from "../../ui/text-link";
import { Visible } from "./strings/marked-text";

interface OneMistakeProps {
  readonly mistake: ExplainedMistake;
  /** What it did in this case, in a line; `null` where its title says more. */
  readonly headline: string | null;
  /** Its place among as many, from 1. */
  readonly number: number;
  readonly of: number;
  /** True in the embed, where no link may tell which mistake it is. */
  readonly isCompact: boolean;
  /** True where an edit made it: then its detail says the same, and until when the URL was valid. */
  readonly isEdit: boolean;
}

/** What was done wrong, and why it happens. */
export function OneMistake({ mistake, headline, number, of, isCompact, isEdit }: OneMistakeProps) {
  const { id, title, detail, why } = mistake;
  return (
    <div data-testid="mistake" data-mistake={id}>
      <h3 className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug compact:text-lg/snug">
        {of > 1 && (
          <span className="mistake-number" aria-hidden>
            {number}
          </span>
        )}
        {isEdit && headline !== null && detail !== undefined ? (
          <Visible text={detail} />
        ) : headline ? (
          <Code text={headline} />
        ) : (
          title
        )}
      </h3>
      {detail && !headline && (
        <p className="mt-0.5">
          <Visible text={detail} />
        </p>
      )}
      <p className="mt-0.5 text-soft max-sm:text-sm compact:hidden">
        <span className={of > 2 ? "max-sm:hidden" : ""}>{why}</span> {!isCompact && <More id={id} />}
      </p>
    </div>
  );
}

/** The mistake's own page, in another tab: this one keeps the case. Its address holds nothing of that. */
function More({ id }: { readonly id: string }) {
  return (
    <TextLink
      href={`./mistakes/${id}.html`}
      target="_blank"
      rel="noopener"
      className="py-1 whitespace-nowrap max-sm:py-3.5"
    >
      More on this mistake
    </TextLink>
  );
}

/** What stands between backticks, as code. */
function Code({ text }: { readonly text: string }) {
  return text.split("`").map((piece, index) =>
    index % 2 === 1 ? (
      <code key={index} className="font-mono text-[0.92em] tracking-normal wrap-anywhere">
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}
