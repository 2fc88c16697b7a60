import { Suspense, useCallback, useMemo } from "react";
import { findScheme } from "../schemes";
import { otherVendor, pageNotes, placeholders } from "../session/page-notes";
import type { State } from "../session/state";
import type { PlaygroundProps } from "../session/use-playground";
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
    state,
    change,
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
      if (other) change({ scheme: other });
    },
    [change],
  );
  const onRewrite = useCallback((text: string) => change({ pasted: text }), [change]);
  const onView = useCallback((view: State["view"]) => change({ view }), [change]);
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
      >
        {verdict === "mismatch" && request && (
          <Suspense fallback={<SearchToCome />}>
            <DiagnosisPanel
              input={input}
              revisions={playground.revisions}
              request={request}
              demo={secret.demo}
              secretName={scheme.secretLabel}
              onRewrite={onRewrite}
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
                change={change}
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
