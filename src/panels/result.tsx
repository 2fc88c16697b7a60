import { Suspense, useCallback } from "react";
import type { PlaygroundProps } from "../session/use-playground";
import { replaceUrl } from "../signing/sign";
import type { Answer, Impossible } from "./answer/answer";
import { Verdict } from "./answer/verdict";
import { DiagnosisPanel, KnownPanel, VendorSays } from "./lazy-panels";
import { OnItsWay } from "./on-its-way";
import { Steps } from "./steps/steps";

interface ResultProps extends PlaygroundProps {
  readonly compact: boolean;
  readonly hidesSteps: boolean;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly isImpossible: boolean;
  readonly onImpossible: (impossible: Impossible | null) => void;
  readonly onRewrite: (pasted: string) => void;
}

/** What the page answers: the verdict with its diagnosis, and the pipeline. */
export function Result({
  playground,
  compact,
  hidesSteps,
  answer,
  onAnswer,
  isImpossible,
  onImpossible,
  onRewrite,
}: ResultProps) {
  const { session, state, reading, request, problem, verdict } = playground;
  const { pasted, asks } = state;
  const use = useCallback(
    (url: string) => session.openOffered(replaceUrl(pasted, reading, url)),
    [session, pasted, reading],
  );
  // Whoever was asked of a URL answers of that one.
  const onUse = asks ? null : use;
  // A signed URL without its secret: what is known of it without one.
  const isAlone = Boolean(request?.found) && !problem && !playground.hasSecret && !asks;
  return (
    <div className="flex min-w-0 flex-col gap-6 compact:gap-3">
      <Verdict
        playground={playground}
        compact={compact}
        impossible={isAlone && isImpossible}
        onRewrite={onRewrite}
      >
        {isAlone && request && (
          <Suspense>
            <KnownPanel
              playground={playground}
              request={request}
              onRewrite={onRewrite}
              onImpossible={onImpossible}
              compact={compact}
            />
          </Suspense>
        )}
        {verdict === "mismatch" && request && (
          <Suspense fallback={<SearchToCome />}>
            <DiagnosisPanel
              playground={playground}
              request={request}
              onUse={onUse}
              onAnswer={onAnswer}
              compact={compact}
            />
          </Suspense>
        )}
        {verdict === "valid" && !playground.busy && (
          <Suspense>
            <VendorSays playground={playground} onUse={onUse} />
          </Suspense>
        )}
      </Verdict>
      {!asks && <OnItsWay playground={playground} onUse={use} />}
      <div className={hidesSteps || asks ? "hidden" : ""}>
        <Steps playground={playground} compact={compact} folds={answer !== null} />
      </div>
    </div>
  );
}

/** The diagnosis, until its code is there. */
function SearchToCome() {
  return (
    <div data-testid="diagnosis" data-state="searching" className="min-h-72 border-t border-line">
      <span data-testid="tried" className="sr-only">
        0
      </span>
    </div>
  );
}
