import { Suspense } from "react";
import type { PlaygroundProps } from "../session/use-playground";
import type { VerdictName } from "../session/verdict";
import { Later } from "../ui/later";
import { ClientsPanel, usePanels } from "./lazy-panels";

/** Verdicts of a URL whose way is told. Whether another one arrived needs no secret. */
const WAYS: readonly VerdictName[] = ["empty", "unsigned", "valid", "mismatch"];

interface OnItsWayProps extends PlaygroundProps {
  readonly onUse: (url: string) => void;
}

/** What becomes of the URL on its way, once the code for it is there; until then its place is kept. */
export function OnItsWay({ playground, onUse }: OnItsWayProps) {
  const { state, request, verdict, hash, signedUrl, several, revisions, hasSecret, held } = playground;
  const panels = usePanels();
  if (!request || !WAYS.includes(verdict) || (verdict === "empty" && request.found === null)) return null;
  const isRight = verdict === "unsigned" || verdict === "valid";
  if (!panels)
    return (
      <div className={`-mt-3 min-h-22 compact:mt-0 ${isRight ? "compact:min-h-18" : "compact:min-h-9"}`} />
    );
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
          onUse={onUse}
        />
      </Later>
    </Suspense>
  );
}
