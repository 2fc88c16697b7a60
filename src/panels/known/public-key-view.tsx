import type { Explained } from "../../diagnosis/diagnosis";

interface PublicKeyViewProps {
  readonly explained: Explained;
  /** True where the rule was kept but for the key, which may be somebody’s secret after all. */
  readonly mayBeValid: boolean;
}

/** A mistake that needed no secret to be found, in the words of the catalogue, with its proof. */
export function PublicKeyView({ explained, mayBeValid }: PublicKeyViewProps) {
  const { mistakes, formula, signed, digits } = explained;
  return (
    <>
      <div className="flex flex-col gap-3">
        {mistakes.map(({ id, title, detail, why, fix }) => (
          <div key={id} data-mistake={id}>
            <h3 className="text-xl/snug font-semibold tracking-tight text-balance sm:text-[1.375rem]/snug">
              {title}
            </h3>
            {detail && <p className="mt-0.5 font-medium wrap-anywhere">{detail}</p>}
            <p className="mt-0.5 text-soft">{why}</p>
            <p className="mt-0.5">
              <span className="font-semibold text-good">Fix</span> {fix}
            </p>
          </div>
        ))}
      </div>
      <p className="mt-3">{formula} gives the digits in your URL:</p>
      {signed !== null && <p className="specimen max-h-40 overflow-y-auto">{signed}</p>}
      <p className="specimen" data-part="signature">
        {digits}
      </p>
      {mayBeValid && mayBeSecret(explained) && (
        <p className="mt-3">
          If this is the account’s secret indeed, the URL is valid, and anyone can sign others: have a new
          secret made.
        </p>
      )}
    </>
  );
}

/** Whether the key is a word that somebody may have chosen: no account’s secret is empty, the API key, or what a missing value turns into. */
function mayBeSecret({ keyUse }: Explained): boolean {
  return keyUse?.told !== undefined && !NO_VALUE.test(keyUse.told);
}

const NO_VALUE = /^(?:|undefined|\(?null\)?|none|nil|nan|true|false|\[object \w+\])$/i;
