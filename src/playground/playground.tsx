import { type FocusEvent, type PointerEvent, useCallback, useMemo } from "react";
import { schemes } from "../schemes";
import type { HashName, Note } from "../signing/types";
import { Choice } from "../ui/choice";
import { Notes } from "./notes";
import { RenderLinkFields } from "./render-link-fields";
import { SecretField } from "./secret-field";
import { Steps } from "./steps";
import { UrlField } from "./url-field";
import type { Playground } from "./use-playground";
import { Verdict } from "./verdict";

interface PlaygroundPanelsProps {
  readonly playground: Playground;
  readonly demoSecret: string;
}

/** Inputs on one side, the answer and the pipeline on the other. */
export function PlaygroundPanels({ playground, demoSecret }: PlaygroundPanelsProps) {
  return (
    <main
      onPointerOver={lightUp}
      onFocus={lightUp}
      className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 px-4 py-6 sm:px-8 sm:py-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <Inputs playground={playground} demoSecret={demoSecret} />
      <Result playground={playground} />
    </main>
  );
}

/** Lights up every occurrence of the part that is pointed at or focused; a class on one element, no rendering. */
function lightUp(event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const part = (event.target as Element).closest?.("[data-part]")?.getAttribute("data-part");
  if (part) event.currentTarget.dataset.lit = part;
  else delete event.currentTarget.dataset.lit;
}

const SCHEME_OPTIONS = schemes.map(({ id, label }) => ({ value: id, label }));

function Inputs({ playground, demoSecret }: PlaygroundPanelsProps) {
  const { state, change, reading, request, hash, secret } = playground;
  const onPasted = useCallback((pasted: string) => change({ pasted }), [change]);
  const hashShown = request?.hash && state.hashChosenFor !== state.pasted ? request.hash : state.hash;
  return (
    <div className="flex min-w-0 flex-col gap-5 self-start lg:sticky lg:top-6">
      <div className="flex flex-wrap gap-3">
        <Choice
          label="Scheme"
          value={state.scheme.id}
          options={SCHEME_OPTIONS}
          onChange={(id) => {
            const scheme = schemes.find((candidate) => candidate.id === id);
            if (scheme) change({ scheme });
          }}
        />
        {state.scheme.hashes.length > 1 && (
          <Choice
            label="Hash"
            value={hashShown}
            options={state.scheme.hashes.map((name) => ({ value: name, label: name }))}
            onChange={(name: HashName) => change({ hash: name })}
          />
        )}
        {state.scheme.hashes.length > 1 && request?.hash && (
          <p className="basis-full text-sm text-soft">
            The token’s {request.found?.text.length} digits decide: {hash}.
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
        demoSecret={demoSecret}
        onForget={() => {}}
      />
    </div>
  );
}

const NO_PARTS = [] as const;

function Result({ playground }: { readonly playground: Playground }) {
  const { state, change, request, problem, hash, secret, busy, verdict, signature, signedParts, signedUrl } =
    playground;
  const notes = useMemo(
    () => [...secretNotes(secret.pasted, secret.pastedKept), ...(request?.notes ?? [])],
    [secret, request],
  );
  const onRewrite = useCallback((pasted: string) => change({ pasted }), [change]);
  const { scheme } = state;
  return (
    <div data-testid="result" aria-busy={busy} className="flex min-w-0 flex-col gap-6">
      <Verdict
        name={verdict}
        busy={busy}
        signed={Boolean(request?.found)}
        secretName={scheme.secretLabel}
        signatureWord={scheme.signatureWord}
        problem={problem}
        onRewrite={onRewrite}
      />
      <Notes notes={notes} onRewrite={onRewrite} />
      <Steps
        sentences={scheme.steps}
        source={scheme.sources[0] ?? ""}
        signingParts={request?.signingParts ?? NO_PARTS}
        signingString={request?.signingString ?? ""}
        hash={hash}
        signature={signature}
        signedParts={signedParts}
        signedUrl={signedUrl}
        checked={Boolean(request?.found)}
        missing={problem ? "Nothing to sign yet" : busy ? "" : `Needs the ${scheme.secretLabel}`}
      />
    </div>
  );
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
