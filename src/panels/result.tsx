import { Suspense, useCallback, useMemo } from "react";
import { findScheme, findVendorError, schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { State } from "../session/state";
import type { PlaygroundProps } from "../session/use-playground";
import { HEX_DIGITS } from "../signing/hash";
import { aroundUrl, joinParts } from "../signing/sign";
import type { HashName, Note, Problem, SigningRequest, UrlText } from "../signing/types";
import { Later } from "../ui/later";
import { Notes } from "./answer/notes";
import { Verdict } from "./answer/verdict";
import { DiagnosisPanel, SnippetsPanel, usePanels } from "./lazy-panels";
import { Steps } from "./steps/steps";

const NO_PARTS = [] as const;
/** What a step waits for where it is not the URL. */
const NEEDS: Partial<Record<Problem["kind"], string>> = {
  "no-api-key": "Needs the API key",
  "no-webcrypto": "Needs WebCrypto",
};
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
    () => [
      ...arrival.filter((note) => note.kind !== "linked" || (secret.bytes === 0 && !compact)),
      ...secretNotes(secret.pasted, secret.pastedKept),
      ...(foreign ? [otherSchemeNote(scheme, foreign)] : []),
      ...(request ? vendorNotes(aroundUrl(pasted, reading)) : []),
      ...(request?.notes ?? []),
    ],
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
        missing={
          busy ? "" : problem ? (NEEDS[problem.kind] ?? "Needs a URL") : `Needs the ${scheme.secretLabel}`
        }
      />
      {!compact &&
        request &&
        (panels ? (
          <Suspense>
            <Later>
              <SnippetsPanel scheme={scheme} request={request} hash={hash} />
            </Later>
          </Suspense>
        ) : (
          <div className="min-h-80" />
        ))}
    </div>
  );
}

/** As long as the results will be. */
function placeholders(scheme: Scheme, request: SigningRequest, hash: HashName): typeof NOTHING_HELD {
  const signature = "0".repeat(HEX_DIGITS[hash]);
  return { signature, signedUrl: joinParts(scheme.assemble(request, signature)) };
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

/** A link to one vendor, signed by the rule of another, is signed in vain. */
function otherVendor(scheme: Scheme, text: UrlText): Scheme | undefined {
  return scheme.recognises(text) ? undefined : schemes.find((other) => other.recognises(text));
}

function otherSchemeNote(scheme: Scheme, other: Scheme): Note {
  return {
    kind: "other-scheme",
    sentence: `This is a link to ${other.label}, and ${scheme.label}’s rule is chosen.`,
    switchTo: { label: `Switch to ${other.label}`, schemeId: other.id },
  };
}

/** The vendor's words around a pasted URL, and what they mean. */
function vendorNotes(around: string): Note[] {
  const error = findVendorError(around);
  return error ? [{ kind: "vendor-error", sentence: `“${error.says}”: ${error.means}` }] : [];
}

function secretNotes(pasted: readonly string[], kept: boolean): Note[] {
  if (pasted.length === 0) return [];
  const consequence = kept
    ? "All of it is in the field, and part of the key. If it does not belong there, paste the secret again without it."
    : "The field left it out. Code that reads the secret with it signs with another key.";
  return [
    { kind: "secret-pasted", sentence: `The pasted secret carried ${pasted.join(" and ")}. ${consequence}` },
  ];
}
