import { Suspense } from "react";
import type { PlaygroundProps } from "../session/use-playground";
import type { VerdictName } from "../session/verdict";
import { Later } from "../ui/later";
import { ClientsPanel, usePanels } from "./lazy-panels";

/** Verdicts of a URL whose way is told. Whether another one arrived is asked on the whole page only, and needs no secret. */
const WAYS: readonly VerdictName[] = ["empty", "unsigned", "valid", "mismatch"];
const COMPACT_WAYS: readonly VerdictName[] = ["unsigned", "valid"];

interface OnItsWayProps extends PlaygroundProps {
  readonly compact: boolean;
  readonly onUse: (url: string) => void;
}

/** What becomes of the URL on its way, once the code for it is there; until then its place is kept. */
export function OnItsWay({ playground, compact, onUse }: OnItsWayProps) {
  const { state, request, verdict, hash, signedUrl, several, revisions, hasSecret, held } = playground;
  const panels = usePanels();
  const ways = compact ? COMPACT_WAYS : WAYS;
  if (!request || !ways.includes(verdict) || (verdict === "empty" && request.found === null)) return null;
  if (!panels) return <div className="-mt-3 min-h-22 compact:mt-0 compact:min-h-9" />;
  const isRight = verdict === "unsigned" || verdict === "valid";
  return (
    <Suspense>
      <Later>
        <ClientsPanel
          scheme={state.scheme}
          request={request}
          hash={hash}
          pasted={state.pasted}
          several={several}
          url={isRight ? signedUrl || held.signedUrl : ""}
          revisions={revisions}
          hasSecret={hasSecret}
          compact={compact}
          onUse={onUse}
        />
      </Later>
    </Suspense>
  );
}
