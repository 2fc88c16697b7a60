import type { Explained } from "../../../diagnosis/diagnosis";
import type { Where } from "../../../diagnosis/where/where";
import { BothStrings } from "./both-strings";
import { KeyDrawing } from "./key-drawing";

interface StringsProps {
  readonly diagnosis: Explained;
  readonly where: Where;
  /** Where it stands among the others. */
  readonly className: string;
}

/** What was signed and sent, and with which secret. */
export function Strings({ diagnosis, where, className }: StringsProps) {
  const { mistakes, signed, repaired, keyUse } = diagnosis;
  return (
    <dl
      className={`mx-4 grid grid-cols-[minmax(0,1fr)] gap-x-4 border-t border-line pt-3 max-sm:pb-3 sm:mx-5 sm:grid-cols-[5.5rem_minmax(0,1fr)] sm:gap-y-1 compact:mx-3 ${className}`}
    >
      {where.strings.length > 0 && (
        <BothStrings rows={where.strings} mistakes={mistakes} isRepaired={repaired !== null} />
      )}
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
          <dt className="text-sm/6 text-soft">secret used</dt>
          <dd>
            <KeyDrawing keyUse={keyUse} />
            {!mistakes.some(({ detail, title }) => [detail, title].includes(keyUse.sentence)) && (
              <span className="mt-0.5 block text-soft">{keyUse.sentence}</span>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}
