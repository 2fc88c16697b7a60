import type { Explained } from "../../diagnosis/diagnosis";
import { headlineOf } from "../../diagnosis/where/headline";
import type { Where } from "../../diagnosis/where/where";
import { FoldMark } from "../../ui/fold-mark";
import { TextLink } from "../../ui/text-link";
import { Visible } from "./marked-text";
import { Proof, Strings } from "./proof";
import { hasRoomOnPhone, hasRoomOnTablet } from "./room";
import { SearchFoot } from "./search-foot";

interface ExplainedViewProps {
  readonly diagnosis: Explained;
  readonly where: Where;
  /** True in the embed: its proof folds, and no link in it tells what an own secret brought out. */
  readonly isCompact: boolean;
  /** True where an edit made it: then it is said until when the URL was valid. */
  readonly isEdit: boolean;
  /** What to do, below the proof. */
  readonly fix: React.ReactNode;
}

/** The mistakes, why they happen, the proof and the remedy: the answer that people come for. */
export function ExplainedView({ diagnosis, where, isCompact, isEdit, fix }: ExplainedViewProps) {
  const { mistakes, client, sender } = diagnosis;
  const headlines = mistakes.map((mistake) => headlineOf(mistake, where));
  const above = {
    headlines: headlines.map((headline, at) => headline ?? mistakes[at]?.title ?? ""),
    diagnosis,
    where,
  };
  // Where the first screen has no room for both, what to do comes first.
  const onTablet = hasRoomOnTablet(above) ? "" : "max-lg:order-2";
  const strings = (
    <Strings
      diagnosis={diagnosis}
      where={where}
      className={`${onTablet} ${hasRoomOnPhone(above) ? "max-sm:order-none" : "max-sm:order-2"}`}
    />
  );
  const proof = <Proof diagnosis={diagnosis} className={onTablet} />;
  return (
    <div className="flex flex-col">
      <div className="px-4 pt-4 pb-3 sm:px-5 compact:px-3 compact:pt-3">
        <div className="flex flex-col gap-3">
          {mistakes.length > 2 && (
            <p className="font-medium max-sm:hidden">
              {mistakes.length} mistakes came together; each of them has to be mended.
            </p>
          )}
          {mistakes.map((mistake, index) => {
            const headline = headlines[index];
            // Of an edit the detail says the same, and until when the URL was valid.
            const isTold = isEdit && headline !== null && mistake.detail !== undefined;
            return (
              <div key={mistake.id} data-testid="mistake" data-mistake={mistake.id}>
                <h3 className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug compact:text-lg/snug">
                  {mistakes.length > 1 && (
                    <span className="mistake-number" aria-hidden>
                      {index + 1}
                    </span>
                  )}
                  {isTold ? (
                    <Visible text={mistake.detail ?? ""} />
                  ) : headline ? (
                    <Code text={headline} />
                  ) : (
                    mistake.title
                  )}
                </h3>
                {mistake.detail && !headline && (
                  <p className="mt-0.5">
                    <Visible text={mistake.detail} />
                  </p>
                )}
                <p className="mt-0.5 text-soft max-sm:text-sm compact:hidden">
                  <span className={mistakes.length > 2 ? "max-sm:hidden" : ""}>{mistake.why}</span>{" "}
                  {!isCompact && <More id={mistake.id} />}
                </p>
              </div>
            );
          })}
          {client && <p className="font-medium">{client}</p>}
          {sender && <p className="max-sm:text-sm">{sender}</p>}
        </div>
      </div>
      {isCompact ? (
        <details className="group order-2 border-t border-line px-3 py-2 text-sm">
          <summary className="list-none marker:hidden">
            <FoldMark />
            Proof: what was signed, and what was sent
          </summary>
          {strings}
          {proof}
        </details>
      ) : (
        <>
          {strings}
          {proof}
        </>
      )}
      {fix}
      <div className="order-3">
        <SearchFoot diagnosis={diagnosis} />
      </div>
    </div>
  );
}

/** The mistake's own page, in another tab: this one keeps the case. Its address holds nothing of that. */
function More({ id }: { readonly id: string }) {
  return (
    <TextLink href={`./mistakes/${id}.html`} target="_blank" rel="noopener" className="whitespace-nowrap">
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
