import { Suspense } from "react";
import type { Mark } from "../diagnosis/where/mark";
import type { PlaygroundProps } from "../session/use-playground";
import { Inputs } from "./inputs";
import { AskPanel, FilePicker, PageNotes } from "./lazy-panels";

/** What an embed shows, and the only scheme that may be chosen there, by its id. */
export interface CompactLook {
  readonly show: ReadonlySet<string>;
  readonly scheme: string | null;
}

/** What the page is about: one case, that of somebody who asked for an answer, or many URLs. */
export type View = "one" | "asked" | "many";

interface InputsSideProps extends PlaygroundProps {
  readonly marks: readonly Mark[];
  /** `null` on the page itself. */
  readonly look: CompactLook | null;
  readonly view: View;
  /** True once the code of the notes is there. */
  readonly hasNotes: boolean;
  /** True where a diagnosis tells what happened. */
  readonly explained: boolean;
  readonly onRewrite: (pasted: string) => void;
  /** Told whether all notes are shown. */
  readonly onSettle: (isSettled: boolean) => void;
}

/** The inputs with what is to be said of them; the one field of somebody who was asked; or the choice of a file. */
export function InputsSide({
  playground,
  marks,
  look,
  view,
  hasNotes,
  explained,
  onRewrite,
  onSettle,
}: InputsSideProps) {
  const compact = look !== null;
  if (view === "asked")
    return (
      <Suspense>
        <AskPanel playground={playground} />
      </Suspense>
    );
  return (
    <Inputs
      playground={playground}
      marks={marks}
      compact={compact}
      locksScheme={compact && look.scheme !== null}
      hidden={compact && !look.show.has("inputs")}
    >
      {view === "many" ? (
        <Suspense>
          <FilePicker session={playground.session} />
        </Suspense>
      ) : (
        hasNotes && (
          <PageNotes
            playground={playground}
            compact={compact}
            explained={explained}
            onRewrite={onRewrite}
            onSettle={onSettle}
          />
        )
      )}
    </Inputs>
  );
}
