import type { Explained, KeyUse } from "../../diagnosis/diagnosis";
import { sidesOf } from "../../diagnosis/diff";
import { MarkedText } from "./marked-text";
import { RewriteButton } from "./rewrite-button";
import { SearchFoot } from "./search-foot";

interface ExplainedViewProps {
  readonly diagnosis: Explained;
  readonly onRewrite: (text: string) => void;
  /** The same request signed anew, where that is a way on; else empty. */
  readonly resigned: string;
}

/** The mistakes, why they happen, the proof and the remedy: the answer that people come for. */
export function ExplainedView({ diagnosis, onRewrite, resigned }: ExplainedViewProps) {
  const { mistakes, signed, shouldBe, repaired, keyUse, client } = diagnosis;
  return (
    <div className="px-4 py-5 sm:px-5">
      <div className="flex flex-col gap-3">
        {mistakes.length > 2 && (
          <p className="font-medium">
            {mistakes.length} mistakes came together; each of them has to be mended.
          </p>
        )}
        {mistakes.map((mistake, index) => (
          <div key={mistake.id} data-testid="mistake" data-mistake={mistake.id}>
            <h2 className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug">
              {mistakes.length > 1 && <span className="text-quiet tabular-nums">{index + 1}. </span>}
              {mistake.title}
            </h2>
            {mistake.detail && <p className="mt-0.5 font-medium">{mistake.detail}</p>}
            <p className="mt-0.5 text-soft">{mistake.why}</p>
          </div>
        ))}
        {client && <p className="font-medium">{client}</p>}
      </div>
      <dl className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-4 border-t border-line pt-4 sm:grid-cols-[5.5rem_minmax(0,1fr)] sm:gap-y-2">
        {signed !== null && (
          <SignedAndShouldBe signed={signed} shouldBe={shouldBe} asked={repaired !== null} />
        )}
        {keyUse && (
          <Row name="Key used">
            <KeyDrawing keyUse={keyUse} />
            {!mistakes.some(({ detail }) => detail === keyUse.sentence) && (
              <span className="mt-0.5 block text-soft">{keyUse.sentence}</span>
            )}
          </Row>
        )}
        <Row name="Proof">
          {diagnosis.formula === null
            ? "No digest is written like this, whatever the secret. In your URL stands:"
            : `${diagnosis.formula} gives ${shareOf(diagnosis)} in your URL${agreement(diagnosis)}:`}
          <span className="specimen block" data-part="signature">
            {diagnosis.digits}
          </span>
        </Row>
        <Row name="Fix" strong>
          {mistakes.length === 1 ? (
            mistakes[0]?.fix
          ) : (
            <ol className="list-decimal space-y-1 pl-5">
              {mistakes.map((mistake) => (
                <li key={mistake.id}>{mistake.fix}</li>
              ))}
            </ol>
          )}
          {(repaired || resigned) && (
            <span className="flex flex-wrap gap-x-2">
              {repaired && (
                <RewriteButton
                  rewrite={{ label: "Use the URL that was signed", text: repaired }}
                  onRewrite={onRewrite}
                />
              )}
              {resigned && (
                <RewriteButton rewrite={{ label: "Sign it again", text: resigned }} onRewrite={onRewrite} />
              )}
            </span>
          )}
        </Row>
      </dl>
      <SearchFoot diagnosis={diagnosis} />
    </div>
  );
}

function shareOf({ digits, wrongDigits }: Explained): string {
  if (wrongDigits === undefined) return "the digits";
  return `${digits.length - wrongDigits} of the ${digits.length} digits`;
}

function agreement({ bits, digits }: Explained): string {
  return digits.length * 4 > bits && bits < 128 ? `, ${bits} bits of them` : "";
}

interface SignedAndShouldBeProps {
  readonly signed: string;
  readonly shouldBe: string;
  /** True when the string was right and the URL is not: then it is the URL that asks for another. */
  readonly asked: boolean;
}

function SignedAndShouldBe({ signed, shouldBe, asked }: SignedAndShouldBeProps) {
  if (signed === shouldBe) {
    return (
      <Row name="Was signed">
        <span data-testid="signed-by-mistake" className="specimen text-[0.9375rem]/6">
          {signed}
        </span>
        <span className="mt-0.5 block text-soft">The right string.</span>
      </Row>
    );
  }
  const [wrong, right] = sidesOf(signed, shouldBe);
  return (
    <>
      <Row name="Was signed">
        <span
          data-testid="signed-by-mistake"
          className="specimen block max-h-72 overflow-y-auto text-[0.9375rem]/6"
        >
          <MarkedText segments={wrong} />
        </span>
      </Row>
      <Row name={asked ? "Asked for" : "Should be"}>
        <span className="specimen block max-h-72 overflow-y-auto text-[0.9375rem]/6">
          <MarkedText segments={right} />
        </span>
      </Row>
    </>
  );
}

function Row({ name, strong, children }: { name: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <>
      <dt className={`text-sm/6 sm:text-right ${strong ? "font-semibold text-good" : "text-soft"}`}>
        {name}
      </dt>
      <dd className="mb-3 min-w-0 leading-6 sm:mb-0">{children}</dd>
    </>
  );
}

const MOST_DOTS = 24;

/** The key as dots, with what differs from the entered secret drawn around them. */
function KeyDrawing({ keyUse }: { readonly keyUse: KeyUse }) {
  const dots = "•".repeat(Math.min(keyUse.dots, MOST_DOTS)) + (keyUse.dots > MOST_DOTS ? "…" : "");
  return (
    <span aria-hidden data-part="key" className="specimen">
      {keyUse.before.map((mark) => (
        <span key={`before ${mark}`} className="mark">
          {mark}
        </span>
      ))}
      {dots}
      {keyUse.after.map((mark) => (
        <span key={`after ${mark}`} className="mark">
          {mark}
        </span>
      ))}
    </span>
  );
}
