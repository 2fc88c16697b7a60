import { type FocusEvent, type PointerEvent, type ReactNode, Suspense, useCallback, useMemo } from "react";
import { findVendorError, schemes } from "../schemes";
import { replaceUrl } from "../signing/sign";
import type { HashName, Note } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { Choice } from "../ui/choice";
import { DiagnosisPanel, OptionsPanel, SnippetsPanel, usePanels } from "./lazy-panels";
import { Notes } from "./notes";
import { RenderLinkFields } from "./render-link-fields";
import { SecretField } from "./secret-field";
import { Steps } from "./steps";
import { UrlField } from "./url-field";
import type { Playground } from "./use-playground";
import { useWide } from "./use-wide";
import { Verdict } from "./verdict";

interface PanelsProps {
  readonly playground: Playground;
}

/** Inputs on one side, the answer and the pipeline on the other; the embed leaves out what a document says itself. */
export function PlaygroundPanels({
  playground,
  compact = false,
}: PanelsProps & { readonly compact?: boolean }) {
  const wide = useWide();
  const panels = usePanels() && !compact;
  const options = panels && <Options playground={playground} />;
  return (
    <main
      onPointerOver={lightUp}
      onFocus={lightUp}
      className={`mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] ${
        compact
          ? "gap-3 p-3 min-[45rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] min-[45rem]:gap-5 min-[45rem]:px-4"
          : "gap-x-12 gap-y-7 px-4 py-6 sm:px-8 sm:py-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
      }`}
    >
      <Inputs playground={playground}>{wide && options}</Inputs>
      <div className="flex min-w-0 flex-col gap-7">
        <Result playground={playground} compact={compact} />
        {!wide && options}
      </div>
    </main>
  );
}

/** Lights up every occurrence of the part that is pointed at or focused; an attribute on one element, no rendering. */
function lightUp(event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const part = (event.target as Element).closest?.("[data-part]")?.getAttribute("data-part");
  if (part) event.currentTarget.dataset.lit = part;
  else delete event.currentTarget.dataset.lit;
}

const SCHEME_OPTIONS = schemes.map(({ id, label }) => ({ value: id, label }));

function Inputs({ playground, children }: PanelsProps & { readonly children: ReactNode }) {
  const { state, change, reading, request, hash, secret } = playground;
  const onPasted = useCallback((pasted: string) => change({ pasted }), [change]);
  const hashes = state.scheme.hashes.map((name) => ({ value: name, label: name }));
  const decided = request?.hash ?? null;
  const hashShown = decided && state.hashChosenFor !== state.pasted ? decided : state.hash;
  return (
    <div
      data-screen
      className="-m-1 flex min-w-0 flex-col gap-5 self-start p-1 compact:gap-3 compact:min-[45rem]:sticky compact:min-[45rem]:top-3 lg:not-compact:sticky lg:not-compact:top-6 lg:not-compact:max-h-[calc(100dvh-3rem)] lg:not-compact:overflow-y-auto"
    >
      <div className="flex flex-wrap gap-3 compact:gap-2">
        <Choice
          label="Scheme"
          value={state.scheme.id}
          options={SCHEME_OPTIONS}
          onChange={(id) => {
            const scheme = schemes.find((candidate) => candidate.id === id);
            if (scheme) change({ scheme });
          }}
        />
        {hashes.length > 1 && (
          <Choice
            label="Hash"
            value={hashShown}
            options={hashes}
            onChange={(name: HashName) => change({ hash: name })}
          />
        )}
        {hashes.length > 1 && decided && (
          <p className="basis-full text-sm text-soft">
            The token has {request?.found?.text.length} digits, so {hash} checks it.
          </p>
        )}
      </div>
      <UrlField
        value={state.pasted}
        parts={reading.pastedParts}
        status={request ? (request.found ? "signed already: checking it" : "not signed yet") : ""}
        onChange={onPasted}
      />
      {reading.takesSettings && (
        <RenderLinkFields
          value={state.settings}
          formats={state.scheme.formats}
          onChange={(settings) => change({ settings })}
        />
      )}
      <SecretField
        facts={secret}
        name={state.scheme.secretLabel}
        demoSecret={state.demoSecret}
        onForget={playground.forget}
      />
      {children}
    </div>
  );
}

/** The options of the link that is sent: the typed one, or the one that was built. */
function Options({ playground: { state, change, reading, request } }: PanelsProps) {
  const text = request?.built ? request.unsigned : reading.text;
  if (text.origin === "" || (reading.takesSettings && !request)) return null;
  const count = text.query?.split("&").length ?? 0;
  const signedLast =
    request?.found?.misplaced === null && /&?signature=[^&]*$/.test((text.query ?? "").slice(-200));
  return (
    <Suspense>
      <OptionsPanel
        query={text.query}
        known={state.scheme.options}
        insertAt={signedLast ? count - 1 : count}
        onChange={(query) => {
          const url = joinUrl({ ...text, query });
          change({ pasted: request?.built ? url : replaceUrl(state.pasted, reading, url) });
        }}
      />
    </Suspense>
  );
}

const NO_PARTS = [] as const;

function Result({ playground, compact }: PanelsProps & { readonly compact: boolean }) {
  const { state, change, request, problem, hash, secret, busy, verdict, signature, signedParts, signedUrl } =
    playground;
  const { scheme, pasted, settings, arrival } = state;
  const notes = useMemo(
    () => [
      ...arrival.filter((note) => note.kind !== "linked" || (secret.bytes === 0 && !compact)),
      ...secretNotes(secret.pasted, secret.pastedKept),
      ...(request ? vendorNotes(pasted) : []),
      ...(request?.notes ?? []),
    ],
    [arrival, secret, request, pasted, compact],
  );
  const onRewrite = useCallback((text: string) => change({ pasted: text }), [change]);
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
        secretName={scheme.secretLabel}
        signatureWord={scheme.signatureWord}
        problem={problem}
        onRewrite={onRewrite}
      >
        {verdict === "mismatch" && request && (
          <Suspense>
            <DiagnosisPanel input={input} revisions={playground.revisions} request={request} />
          </Suspense>
        )}
      </Verdict>
      <Notes notes={notes} onRewrite={onRewrite} />
      <Steps
        scheme={scheme}
        compact={compact}
        view={state.view}
        onView={(view) => change({ view })}
        signingParts={request?.signingParts ?? NO_PARTS}
        signingString={request?.signingString ?? ""}
        hash={hash}
        signature={signature}
        signedParts={signedParts}
        signedUrl={signedUrl}
        checked={Boolean(request?.found)}
        missing={problem ? "Nothing to sign yet" : busy ? "" : `Needs the ${scheme.secretLabel}`}
      />
      {panels && !compact && request && (
        <Suspense>
          <SnippetsPanel scheme={scheme} request={request} hash={hash} />
        </Suspense>
      )}
    </div>
  );
}

/** The vendor's words around a pasted URL, and what they mean. */
function vendorNotes(pasted: string): Note[] {
  const error = findVendorError(pasted);
  return error ? [{ kind: "vendor-error", sentence: `“${error.says}”: ${error.means}` }] : [];
}

function secretNotes(pasted: readonly string[], kept: boolean): Note[] {
  if (pasted.length === 0) return [];
  const consequence = kept
    ? "What the field holds now is the key, to the byte."
    : "The field left it out. Code that reads the secret with it signs with another key.";
  return [
    { kind: "secret-pasted", sentence: `The pasted secret carried ${pasted.join(" and ")}. ${consequence}` },
  ];
}
