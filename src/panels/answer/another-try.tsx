import type { Comparison } from "../../diagnosis/compare/compare";
import { sidesOf } from "../../diagnosis/text-diff/diff";
import type { SigningRequest } from "../../signing/types";
import { groupDigits } from "../../signing/wording/group-digits";
import { Button } from "../../ui/button";
import { useDrawnId } from "../../ui/draw";
import { Field } from "../../ui/field";
import { FoldMark } from "../../ui/fold-mark";
import { OtherSecretsField } from "../input/other-secrets-field";
import { ProbeCode } from "./probe-code";
import { MarkedText, Visible } from "./strings/marked-text";
import { useNoun } from "./use-noun";

/** The trying of a string with all that may have been done to the secret. */
export interface Tries {
  readonly isAtWork: boolean;
  readonly count: number;
  /** True where the string is the one to sign, which is known without a try. */
  readonly isRightString: boolean;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

interface AnotherTryProps {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly codeSigned: string;
  readonly onCodeSigned: (text: string) => void;
  /** What that string decides; `undefined` while there is none. */
  readonly comparison: Comparison | undefined;
  readonly tries: Tries;
  readonly request: SigningRequest;
}

/** The two things that decide a case which the search alone cannot: other secrets, and the string that the code signed. */
export function AnotherTry({ open, onToggle, ...compared }: AnotherTryProps) {
  return (
    <details
      open={open}
      // On paper an empty field is of no use, but what one has decided is.
      data-screen={compared.comparison ? undefined : ""}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="group border-t border-line px-4 py-3 sm:px-5"
    >
      <summary className="flex list-none items-baseline font-medium marker:hidden">
        <FoldMark />
        Try other secrets, or the string that your code signed
      </summary>
      <div className="grid gap-4 pt-3 pb-2">
        <OtherSecretsField />
        <Compare open={open} {...compared} />
      </div>
    </details>
  );
}

/** A string above what should be signed, each with what the other has not. */
function SideBySide({
  from,
  to,
  words,
}: {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}) {
  const [signed, right] = sidesOf(from, to);
  return (
    <dl className="mt-2 grid gap-y-2">
      <div>
        <dt className="text-sm text-soft">{words}</dt>
        <dd className="specimen max-h-60 overflow-y-auto text-[0.9375rem]/6">
          <MarkedText segments={signed} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-soft">Should be</dt>
        <dd className="specimen max-h-60 overflow-y-auto text-[0.9375rem]/6">
          <MarkedText segments={right} />
        </dd>
      </div>
    </dl>
  );
}

/** Whether the string is another than the one to sign, though it may not be known that it was signed. */
function differs({ kind, signed }: Comparison, { signingString }: SigningRequest): boolean {
  return kind === "string-differs" || (kind !== "undecided" && signed.trim() !== signingString);
}

function Compare({
  open,
  codeSigned,
  onCodeSigned,
  comparison,
  tries,
  request,
}: Omit<AnotherTryProps, "onToggle">) {
  const id = useDrawnId();
  const noun = useNoun();
  return (
    <div>
      <Field
        id={id}
        label="String your code signed"
        hint={`Log it right before the ${noun}, and paste it here.`}
      >
        {(ties) => (
          <textarea
            {...ties}
            rows={3}
            value={codeSigned}
            onChange={(event) => onCodeSigned(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="off"
            className="field field-sizing-content max-h-48 min-h-22 w-full px-3.5 py-2 font-mono text-[0.9375rem] break-all"
          />
        )}
      </Field>
      {codeSigned !== "" && !comparison && <StringTried {...tries} />}
      {comparison && (
        <div role="status" data-testid="comparison" data-comparison={comparison.kind} className="mt-3">
          <p className="text-lg/snug font-semibold">{comparison.sentence}</p>
          {comparison.mistakes.length > 0 && (
            <ul className="mt-1.5 grid gap-1">
              {comparison.mistakes.map(({ id, title, detail, fix }) => (
                <li key={id} data-mistake={id}>
                  <span className="font-medium">{title}</span> {detail && <Visible text={detail} />}{" "}
                  <span className="text-soft">{fix}</span>
                </li>
              ))}
            </ul>
          )}
          {differs(comparison, request) && (
            <SideBySide
              from={comparison.signed}
              to={request.signingString}
              words={comparison.kind === "string-differs" ? "Your code signed" : "This string"}
            />
          )}
        </div>
      )}
      {open && <ProbeCode />}
    </div>
  );
}

/** What is known of the string so far, with how much was tried. */
function StringTried({ isAtWork, count, isRightString, onStop, onAgain }: Tries) {
  const noun = useNoun();
  return (
    <div data-testid="string-tried" className="mt-3">
      {isRightString && <p className="text-lg/snug font-semibold">This is the right string.</p>}
      <p className="appear-late flex flex-wrap items-center justify-between gap-x-3 text-soft tabular-nums">
        <span>
          {isAtWork ? "Trying what else may have been wrong" : "Stopped"}: {groupDigits(count)} {noun}s
        </span>
        <Button onClick={isAtWork ? onStop : onAgain}>{isAtWork ? "Stop trying" : "Try again"}</Button>
      </p>
    </div>
  );
}
