import type { Explained } from "../../diagnosis/diagnosis";
import { headlineOf } from "../../diagnosis/where/headline";
import type { Where } from "../../diagnosis/where/where";
import { groupDigits } from "../../signing/group-digits";
import { BothStrings } from "./both-strings";
import { KeyDrawing } from "./key-drawing";
import { SearchFoot } from "./search-foot";

interface ExplainedViewProps {
  readonly diagnosis: Explained;
  readonly where: Where;
  /** What to do, below the proof. */
  readonly fix: React.ReactNode;
}

/** The mistakes, why they happen, the proof and the remedy: the answer that people come for. */
export function ExplainedView({ diagnosis, where, fix }: ExplainedViewProps) {
  const { mistakes, signed, repaired, keyUse, client } = diagnosis;
  return (
    <div className="flex flex-col">
      <div className="px-4 pt-4 pb-3 sm:px-5 compact:px-3 compact:pt-3">
        <div className="flex flex-col gap-3">
          {mistakes.length > 2 && (
            <p className="font-medium">
              {mistakes.length} mistakes came together; each of them has to be mended.
            </p>
          )}
          {mistakes.map((mistake, index) => {
            const headline = headlineOf(mistake, where);
            return (
              <div key={mistake.id} data-testid="mistake" data-mistake={mistake.id}>
                <h3 className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug compact:text-lg/snug">
                  {mistakes.length > 1 && (
                    <span className="mistake-number" aria-hidden>
                      {index + 1}
                    </span>
                  )}
                  {headline ? <Code text={headline} /> : mistake.title}
                </h3>
                {mistake.detail && !(headline && /^parameter-/.test(mistake.id)) && (
                  <p className="mt-0.5">{mistake.detail}</p>
                )}
                <p className="mt-0.5 text-soft max-sm:text-sm compact:hidden">{mistake.why}</p>
              </div>
            );
          })}
          {client && <p className="font-medium">{client}</p>}
        </div>
      </div>
      {/* On a phone several mistakes fill the screen: what to do comes before the strings. */}
      <dl
        className={`mx-4 grid grid-cols-[minmax(0,1fr)] gap-x-4 border-t border-line pt-3 max-sm:pb-3 sm:mx-5 sm:grid-cols-[5.5rem_minmax(0,1fr)] sm:gap-y-1 compact:mx-3 ${mistakes.length > 1 ? "max-sm:order-2" : ""}`}
      >
        {where.strings.length > 0 && <BothStrings rows={where.strings} signedIsRight={repaired !== null} />}
        {signed !== null && where.strings.length === 0 && (
          <>
            <dt className="text-sm/6 text-soft">was signed</dt>
            <dd>
              <span data-testid="signed-by-mistake" className="specimen text-[0.9375rem]/6">
                {signed}
              </span>{" "}
              <span className="text-soft">The right string.</span>
            </dd>
          </>
        )}
        {keyUse && (
          <>
            <dt className="text-sm/6 text-soft">key used</dt>
            <dd>
              <KeyDrawing keyUse={keyUse} />
              {!mistakes.some(({ detail }) => detail === keyUse.sentence) && (
                <span className="mt-0.5 block text-soft">{keyUse.sentence}</span>
              )}
            </dd>
          </>
        )}
      </dl>
      <Proof diagnosis={diagnosis} />
      {fix}
      <div className="order-3">
        <SearchFoot diagnosis={diagnosis} />
      </div>
    </div>
  );
}

/** What stands between backticks, as code. */
function Code({ text }: { readonly text: string }) {
  return text.split("`").map((piece, index) =>
    index % 2 === 1 ? (
      <code key={index} className="font-mono text-[0.92em] tracking-normal break-all">
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}

/** On a phone what to do stands before it. */
const PROOF =
  "px-4 pb-4 text-sm/6 max-sm:order-2 max-sm:border-t max-sm:border-line max-sm:pt-3 sm:px-5 sm:pt-2 compact:px-3";

function Proof({ diagnosis }: { readonly diagnosis: Explained }) {
  const { formula, digits } = diagnosis;
  if (formula === null)
    return (
      <p className={PROOF}>
        No digest is written like this, whatever the secret. In your URL stands: <Digits text={digits} />
      </p>
    );
  return (
    <p className={`${PROOF} text-good`}>
      <span aria-hidden>✓ </span>
      {formula} gives <Digits text={digits} />, {shareOf(diagnosis)} in your URL{agreement(diagnosis)}.
    </p>
  );
}

const SHOWN_ENDS = 8;

/** Digits whole in the text, and cut in the middle for the eye. */
function Digits({ text }: { readonly text: string }) {
  if (text.length <= 3 * SHOWN_ENDS)
    return (
      <span data-part="signature" className="specimen">
        {text}
      </span>
    );
  return (
    <span data-part="signature" title={text} className="specimen">
      {text.slice(0, SHOWN_ENDS)}
      <span className="folded" data-folds="…">
        {text.slice(SHOWN_ENDS, -SHOWN_ENDS)}
      </span>
      {text.slice(-SHOWN_ENDS)}
    </span>
  );
}

function shareOf({ digits, wrongDigits }: Explained): string {
  const unit = /^[0-9a-f]+$/i.test(digits) ? "digits" : "characters";
  if (wrongDigits === undefined) return `all ${groupDigits(digits.length)} ${unit}`;
  return `${digits.length - wrongDigits} of the ${digits.length} ${unit}`;
}

function agreement({ bits, digits }: Explained): string {
  return digits.length * 4 > bits && bits < 128 ? `, ${bits} bits of them` : "";
}
