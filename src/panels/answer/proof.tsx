import type { Explained } from "../../diagnosis/diagnosis";
import { groupDigits } from "../../signing/wording/group-digits";

/** On a phone what to do stands before it. */
const PROOF =
  "px-4 pb-4 text-sm/6 max-sm:order-2 max-sm:border-t max-sm:border-line max-sm:pt-3 sm:px-5 sm:pt-2 compact:px-3";

/** What was computed, and that the URL carries the result. */
export function Proof({
  diagnosis,
  className,
}: {
  readonly diagnosis: Explained;
  readonly className: string;
}) {
  const { formula, digits } = diagnosis;
  const place = `${PROOF} ${className}`;
  if (formula === null && diagnosis.mistakes.some(({ holdsSecret }) => holdsSecret))
    return <p className={place}>Compared with the secret that is entered here: it is the same.</p>;
  if (formula === null)
    return (
      <p className={place}>
        {digits.trim() === "" ? (
          "Every digest has digits, whatever the secret."
        ) : (
          <>
            No digest is written like this, whatever the secret. In your URL stands: <Digits text={digits} />
          </>
        )}
      </p>
    );
  if (diagnosis.wrongDigits !== undefined)
    return (
      <p className={`${place} text-good`}>
        <span aria-hidden>✓ </span>
        {formula} gives {rightShare(digits.length, diagnosis.wrongDigits)}: <Digits text={digits} />
      </p>
    );
  return (
    <p className={`${place} text-good`}>
      <span aria-hidden>✓ </span>
      {isWritten(diagnosis) ? (
        <>
          {formula} gives <Digits text={digits} />, all {groupDigits(digits.length)} digits in your URL.
        </>
      ) : (
        <>
          {formula} gives the digest that stands in your URL as <Digits text={digits} />
          {agreement(diagnosis)}.
        </>
      )}
    </p>
  );
}

/** Whether the URL carries the digits as an HMAC is written, and all of them. */
function isWritten({ digits, mistakes }: Explained): boolean {
  return /^[0-9a-f]{32,}$/.test(digits) && !mistakes.some(({ cutsSignature }) => cutsSignature);
}

/** How much of what stands in the URL is right, where not all of it is, or one digit is missing. */
function rightShare(all: number, wrong: number): string {
  return wrong === 0
    ? `one digit more than the ${all} in your URL`
    : `${all - wrong} of the ${all} digits in your URL`;
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

/** Where it holds fewer bits than a digest, how many those are that agree. */
function agreement({ bits, mistakes }: Explained): string {
  const isCut = mistakes.some(({ cutsSignature }) => cutsSignature);
  return isCut || bits < 128 ? `: it holds ${groupDigits(bits)} bits, and all of them agree` : "";
}
