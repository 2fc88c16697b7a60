import { Suspense } from "react";
import type { PlaygroundProps } from "../../session/use-playground";
import { Later } from "../../ui/later";
import { SnippetsPanel, usePanels } from "../lazy-panels";

/** The code for the request, and its place until that has come. */
export function CodePlace({ playground }: PlaygroundProps) {
  const { session, state, request, hash, secret, revisions } = playground;
  const panels = usePanels();
  if (!request) return null;
  return (
    <div className="min-w-0 lg:col-span-2">
      {panels ? (
        <Suspense>
          <Later>
            <SnippetsPanel
              scheme={state.scheme}
              request={request}
              hash={hash}
              inputs={revisions.inputs}
              demoSecret={secret.demo ? state.demoSecret : ""}
              language={state.language}
              form={state.form}
              show={session.show}
            />
          </Later>
        </Suspense>
      ) : (
        <div className="min-h-80" />
      )}
    </div>
  );
}
