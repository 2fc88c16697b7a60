import { Suspense, useCallback, useMemo, useState } from "react";
import { otherVendor, placeholders } from "../session/page-notes";
import type { State } from "../session/state";
import type { PlaygroundProps } from "../session/use-playground";
import { replaceUrl } from "../signing/sign";
import type { SigningRequest } from "../signing/types";
import type { Answer } from "./answer/answer";
import { Verdict } from "./answer/verdict";
import { DiagnosisPanel, KnownPanel } from "./lazy-panels";
import { OnItsWay } from "./on-its-way";
import { Steps } from "./steps/steps";

const NO_PARTS = [] as const;
const NOTHING_HELD = { signature: "", signedUrl: "" };

interface ResultProps extends PlaygroundProps {
  readonly compact: boolean;
  readonly hidesSteps: boolean;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly onRewrite: (pasted: string) => void;
}

/** What the page answers: the verdict with its diagnosis, and the pipeline. */
export function Result({ playground, compact, hidesSteps, answer, onAnswer, onRewrite }: ResultProps) {
  const {
    session,
    state,
    reading,
    request,
    problem,
    hash,
    secret,
    reads,
    busy,
    verdict,
    signature,
    signedParts,
    signedUrl,
  } = playground;
  const { scheme, pasted, settings } = state;
  const foreign = useMemo(() => otherVendor(scheme, reading.text), [scheme, reading]);
  const onUse = useCallback(
    (url: string) => onRewrite(replaceUrl(pasted, reading, url)),
    [onRewrite, pasted, reading],
  );
  const onCheckAll = useCallback(
    () => session.openMany(new Blob([session.snapshot().state.pasted]), "the pasted text"),
    [session],
  );
  const before = playground.edited && playground.valid?.pasted;
  const undoEdit = useMemo(() => (before ? () => onRewrite(before) : null), [before, onRewrite]);
  const onView = useCallback((view: State["view"]) => session.show({ view }), [session]);
  const hold = useMemo(
    () => (busy && request ? placeholders(scheme, request, hash) : NOTHING_HELD),
    [busy, scheme, request, hash],
  );
  // A signed URL without its secret: what is known of it all the same is said, but not in the embed.
  const isAlone = Boolean(request?.found) && !problem && !playground.hasSecret && !compact && !state.asks;
  const [impossible, setImpossible] = useState<SigningRequest | null>(null);
  const input = useMemo(
    () => ({ schemeId: scheme.id, pasted, settings, hash }),
    [scheme, pasted, settings, hash],
  );
  return (
    <div className="flex min-w-0 flex-col gap-6 compact:gap-3">
      <Verdict
        name={verdict}
        busy={busy}
        reads={reads}
        signed={Boolean(request?.found)}
        demo={secret.demo}
        secretName={scheme.secretLabel}
        signatureWord={scheme.signatureWord}
        foreign={foreign?.label ?? ""}
        schemeLabel={scheme.label}
        problem={problem}
        onRewrite={onRewrite}
        holdsSecret={playground.holdsSecret}
        several={playground.several}
        onCheckAll={compact ? null : onCheckAll}
        onUndo={playground.undoesClick ? session.undo : undoEdit}
        impossible={isAlone && impossible === request}
      >
        {isAlone && request && (
          <Suspense>
            <KnownPanel
              input={input}
              revisions={playground.revisions}
              state={state}
              request={request}
              onRewrite={onRewrite}
              onImpossible={setImpossible}
            />
          </Suspense>
        )}
        {verdict === "mismatch" && request && (
          <Suspense fallback={<SearchToCome />}>
            <DiagnosisPanel
              input={input}
              revisions={playground.revisions}
              request={request}
              scheme={scheme}
              language={state.language}
              demo={secret.demo}
              onUse={onUse}
              onAnswer={onAnswer}
              edited={playground.edited}
              resigned={signedUrl}
              compact={compact}
            />
          </Suspense>
        )}
      </Verdict>
      {!state.asks && (
        <OnItsWay playground={playground} compact={compact} held={hold.signedUrl} onUse={onUse} />
      )}
      <div className={hidesSteps || state.asks ? "hidden" : ""}>
        <Steps
          scheme={scheme}
          compact={compact}
          folds={answer !== null}
          view={state.view}
          onView={onView}
          signingParts={request?.signingParts ?? NO_PARTS}
          signingString={request?.signingString ?? ""}
          hash={hash}
          signature={signature}
          signedParts={signedParts}
          signedUrl={signedUrl}
          checked={Boolean(request?.found)}
          demo={secret.demo}
          hold={hold}
          missing={busy ? "" : `Needs ${problem ? (problem.needs ?? "a URL") : `the ${scheme.secretLabel}`}`}
        />
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
