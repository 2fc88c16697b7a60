import type { Explained } from "../../diagnosis/diagnosis";
import type { Mark } from "../../diagnosis/where/mark";
import type { Row } from "../../many/groups";
import type { Part } from "../../signing/types";
import { Visible } from "../answer/strings/marked-text";
import { cutAtMarks, markClass } from "../marked-parts";
import { fold, listedUrl } from "./listed-url";

interface UrlLineProps {
  readonly row: Row;
  /** Where its mistakes are, or what explains it, or another one of its group. */
  readonly told: Explained | readonly Mark[] | null;
  readonly className: string;
}

/**
 * One URL in the colours of its parts, with the place of its mistake. Characters that turn the direction of text are named instead, and
 * have no effect.
 */
export function UrlLine({ row, told, className }: UrlLineProps) {
  const { parts, marks } = listedUrl(row, told);
  return (
    <p translate="no" className={`font-mono text-sm ${className}`}>
      {cutAtMarks(parts, marks).map(({ mark, cut }, index) => (
        <span key={index} className={mark ? markClass(cut) : undefined}>
          {cut.map((part, index) => (
            <FoldedPart key={index} part={part} />
          ))}
        </span>
      ))}
    </p>
  );
}

function FoldedPart({ part }: { readonly part: Part }) {
  const [before, within, behind] = fold(part);
  return (
    <span data-part={part.kind}>
      <Visible text={before} />
      {within && (
        <span className="folded" data-folds="…">
          {within}
        </span>
      )}
      <Visible text={behind} />
    </span>
  );
}
