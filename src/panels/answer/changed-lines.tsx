import type { ExplainedMistake } from "../../diagnosis/diagnosis";
import type { Scheme } from "../../schemes/scheme";
import type { ComputationName } from "../../signing/computations";
import { findLanguage, languages } from "../../snippets";
import { lineOf } from "../../snippets/changes/line-of";
import type { Made } from "../../snippets/changes/lines";

export interface ChangedLinesProps {
  readonly scheme: Scheme;
  readonly hash: ComputationName;
  /** The id of the code's language; empty until one is chosen. */
  readonly language: string;
  readonly mistakes: readonly ExplainedMistake[];
  /** How they were made, as far as that is known. */
  readonly made: Made;
  /** Whose string is signed, as it is sent. */
  readonly unsignedUrl: string;
}

/** The lines of code that the mistakes are in, taken out and put right, in the reader's language. */
export function ChangedLines({
  scheme,
  hash,
  language: chosen,
  mistakes,
  made,
  unsignedUrl,
}: ChangedLinesProps) {
  const language = findLanguage(chosen) ?? languages[0];
  const changes = mistakes.flatMap((mistake) => {
    const change = lineOf(mistake, language, scheme, hash, made, unsignedUrl);
    return change ? [{ id: mistake.id, ...change }] : [];
  });
  if (changes.length === 0) return null;
  const isExact = changes.every((change) => change.isExact);
  return (
    <figure className="mt-3">
      <figcaption className="text-sm text-soft">
        {isExact
          ? `${changes.length > 1 ? "Each mistake by itself, in" : "In"} ${language.label}. Names in your code may differ.`
          : `One way to make ${changes.length > 1 ? "them" : "it"}, in ${language.label}. Your code may do it otherwise.`}
      </figcaption>
      <div className="mt-1 rounded-lg border border-line font-mono text-[0.8125rem]/5.5">
        {changes.map(({ id, removed, added }) => (
          <pre key={id} translate="no" className="px-3 py-1.5 wrap-anywhere whitespace-pre-wrap">
            <Lines sign="-" text={removed} look="text-bad" />
            <Lines sign="+" text={added} look="text-good" />
          </pre>
        ))}
      </div>
    </figure>
  );
}

function Lines({
  sign,
  text,
  look,
}: {
  readonly sign: "-" | "+";
  readonly text: string;
  readonly look: string;
}) {
  return (
    <span className={`block ${look}`}>
      {text.split("\n").map((line, index) => (
        <span key={index} className="block pl-4 -indent-4">
          {sign} {line}
          {"\n"}
        </span>
      ))}
    </span>
  );
}
