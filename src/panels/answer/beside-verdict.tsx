import type { Several } from "../../session/several";
import { ordinal } from "../../session/verdict";
import { groupDigits } from "../../signing/group-digits";
import { Button } from "../../ui/button";
import { useDrawnId } from "../../ui/draw";
import { Undo, type UndoProps } from "./undo";

/** Before any verdict: the URL gives the secret away. */
export function HeldSecret() {
  return (
    <div role="alert" className="border-b border-line px-4 py-3 sm:px-5">
      <p className="text-lg/snug font-semibold text-bad">This URL holds your secret: replace it.</p>
      <p className="mt-0.5">
        Whoever gets the URL has the secret, too. Take it out of the URL, and have a new one made where you
        found it.
      </p>
    </div>
  );
}

interface OneOfSeveralProps {
  /** How many URLs the paste holds, and which of them is on show. */
  readonly several: Several;
  /** Checks all of them; `null` where there is no room for that. */
  readonly onCheckAll: (() => void) | null;
}

/** Says for which of several URLs a verdict speaks. */
export function OneOfSeveral({ several, onCheckAll }: OneOfSeveralProps) {
  return (
    <p
      data-testid="several"
      data-urls={several.urls}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2.5 text-soft sm:px-5"
    >
      This paste holds {groupDigits(several.urls)} URLs. The answer is that of the {ordinal(several)} alone.
      {onCheckAll && <Button onClick={onCheckAll}>Check all</Button>}
    </p>
  );
}

/** Says what the page changed by itself, and takes it back. */
export function Switched(props: UndoProps) {
  const id = useDrawnId();
  return (
    <p className="flex items-center justify-between gap-3 border-t border-line px-4 py-1.5 text-soft sm:px-5 compact:px-3 compact:text-sm">
      <span id={id}>{props.playground.switched}</span>
      <Undo {...props} aria-describedby={id} />
    </p>
  );
}
