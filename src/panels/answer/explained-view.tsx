import type { Explained } from "../../diagnosis/diagnosis";
import { headlineOf } from "../../diagnosis/where/headline";
import type { Where } from "../../diagnosis/where/where";
import { FoldMark } from "../../ui/fold-mark";
import { OneMistake } from "./one-mistake";
import { Proof } from "./proof";
import { SearchFoot } from "./search-foot";
import { hasRoomOnPhone, hasRoomOnTablet } from "./strings/room-on-phone";
import { Strings } from "./strings/strings";

interface ExplainedViewProps {
  readonly diagnosis: Explained;
  readonly where: Where;
  /** True in the embed: its proof folds, and it has no link whose address would name the mistake. */
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
          {mistakes.map((mistake, index) => (
            <OneMistake
              key={mistake.id}
              mistake={mistake}
              headline={headlines[index] ?? null}
              number={index + 1}
              of={mistakes.length}
              isCompact={isCompact}
              isEdit={isEdit}
            />
          ))}
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
