import type { Fact } from "../../diagnosis/known/fact";
import { textLinkClass } from "../../ui/text-link";
import { focusVerdict } from "../answer/rewrite-button";
import { Visible } from "../answer/strings/marked-text";

interface FactRowProps {
  readonly fact: Fact;
  readonly onRewrite: (text: string) => void;
}

/** One thing that is known, how well, and its undo. */
export function FactRow({ fact, onRewrite }: FactRowProps) {
  const { kind, grade, sentence, about, rewrite } = fact;
  const { mark, colour } = lookOf(fact);
  return (
    <li
      data-fact={kind}
      data-grade={grade}
      className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 px-4 py-2.5 sm:grid-cols-[1rem_minmax(0,1fr)_auto] sm:px-5"
    >
      <span aria-hidden className={`text-center font-semibold ${colour}`}>
        {mark}
      </span>
      <div className="min-w-0 wrap-anywhere">
        <p>
          <Visible text={sentence} />
        </p>
        {about && (
          <p className="text-sm text-soft">
            <Visible text={about} />
          </p>
        )}
      </div>
      <p className="col-start-2 text-sm/6 text-soft sm:col-start-3 sm:text-right">
        {grade}
        {rewrite && (
          <>
            {" · "}
            <button
              type="button"
              className={`${textLinkClass} pointer-coarse:min-h-11`}
              onClick={() => {
                onRewrite(rewrite.text);
                focusVerdict();
              }}
            >
              {rewrite.label}
            </button>
          </>
        )}
      </p>
    </li>
  );
}

function lookOf({ grade, impossible }: Fact): { readonly mark: string; readonly colour: string } {
  if (impossible) return { mark: "✕", colour: "text-bad" };
  if (grade === "excluded") return { mark: "✓", colour: "text-good" };
  return grade === "likely" ? { mark: "!", colour: "text-warn" } : { mark: "·", colour: "text-quiet" };
}
