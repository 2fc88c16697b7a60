import { Suspense, useCallback, useMemo } from "react";
import { findScheme } from "../schemes";
import { otherVendor, pageNotes, placeholders } from "../session/page-notes";
import type { State } from "../session/state";
import type { PlaygroundProps } from "../session/use-playground";
import { replaceUrl } from "../signing/sign";
import { Later } from "../ui/later";
import { Notes } from "./answer/notes";
import { Verdict } from "./answer/verdict";
import { DiagnosisPanel, SnippetsPanel, usePanels } from "./lazy-panels";
import { Steps } from "./steps/steps";

const NO_PARTS = [] as const;
const NOTHING_HELD = { signature: "", signedUrl: "" };

/** What the page answers: the verdict, the notes, the pipeline, the code. */
export function Result({ playground, compact }: PlaygroundProps & { readonly compact: boolean }) {
  const {
    session,
    state,
    reading,
    request,
    problem,
    hash,
    secret,
    busy,
    verdict,
    signature,
    signedParts,
    signedUrl,
  } = playground;
  const { scheme, pasted, settings, arrival } = state;
  const foreign = useMemo(() => otherVendor(scheme, reading.text), [scheme, reading]);
  const notes = useMemo(
    () => pageNotes({ state: { scheme, pasted, arrival }, reading, request, secret, foreign, compact }),
    [arrival, secret, request, scheme, foreign, reading, pasted, compact],
  );
  const onSwitch = useCallback(
    (id: string) => {
      const other = findScheme(id);
      if (other) session.edit({ scheme: other });
    },
    [session],
  );
  const onRewrite = useCallback((text: string) => session.edit({ pasted: text }), [session]);
  const before = playground.edited && playground.valid?.pasted;
  const undoEdit = useMemo(() => (before ? () => onRewrite(before) : null), [before, onRewrite]);
  const onView = useCallback((view: State["view"]) => session.show({ view }), [session]);
  const hold = useMemo(
    () => (busy && request ? placeholders(scheme, request, hash) : NOTHING_HELD),
    [busy, scheme, request, hash],
  );
  const panels = usePanels();
  const input = useMemo(
    () => ({ schemeId: scheme.id, pasted, settings, hash }),
    [scheme, pasted, settings, hash],
  );
  return (
    <div data-testid="result" aria-busy={busy} className="flex min-w-0 flex-col gap-6 compact:gap-3">
      <Verdict
        name={verdict}
        busy={busy}
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
        onUndo={playground.undoesClick ? session.undo : undoEdit}
      >
        {verdict === "mismatch" && request && (
          <Suspense fallback={<SearchToCome />}>
            <DiagnosisPanel
              input={input}
              revisions={playground.revisions}
              request={request}
              onRewrite={onRewrite}
              edited={playground.edited}
              resigned={replaceUrl(pasted, reading, signedUrl)}
            />
          </Suspense>
        )}
      </Verdict>
      <Notes notes={notes} onRewrite={onRewrite} onSwitch={onSwitch} />
      <Steps
        scheme={scheme}
        compact={compact}
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
      {!compact &&
        request &&
        (panels ? (
          <Suspense>
            <Later>
              <SnippetsPanel
                scheme={scheme}
                request={request}
                hash={hash}
                inputs={playground.revisions.inputs}
                demoSecret={secret.demo ? state.demoSecret : ""}
                language={state.language}
                form={state.form}
                show={session.show}
              />
            </Later>
          </Suspense>
        ) : (
          <div className="min-h-80" />
        ))}
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
