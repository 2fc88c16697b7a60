import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { Diagnosis } from "../../diagnosis/diagnosis";
import { writeAnswer } from "../../diagnosis/known/answer-text";
import type { Searching } from "../../session/queries";
import type { Playground, PlaygroundProps } from "../../session/use-playground";
import { joinUrl } from "../../signing/url-text";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Notes } from "../answer/notes";
import { focusVerdict } from "../answer/rewrite-button";
import { SecretField } from "../input/secret-field";
import { leadToSecret } from "./lead-to-secret";

/** What is warned of offers no change. */
const NOTHING = () => undefined;

/** A request as its receiver sees it: the URL that is asked about, one field, and the answer to send back. */
export function AskPanel({ playground }: PlaygroundProps) {
  const { session, state, reading, secret } = playground;
  const { label, secretLabel, signatureWord } = state.scheme;
  const answer = useAnswer(playground);
  useEffect(leadToSecret, []);
  const warnings = state.arrival.filter(({ risk }) => risk);
  return (
    <section aria-labelledby="ask-title" className="flex min-w-0 flex-col gap-5 self-start">
      <div>
        <h2 id="ask-title" className="text-2xl font-semibold tracking-tight text-balance">
          Did your secret make this {signatureWord}?
        </h2>
        <p className="mt-1.5 text-soft">
          Whoever helps you with {label} asks for this check. Enter the {secretLabel} here: your secret stays
          here.
        </p>
      </div>
      <div>
        <p className="mb-1.5 font-semibold">Asked about</p>
        <p
          data-testid="asked-url"
          className="specimen max-h-40 overflow-y-auto rounded-lg bg-sunken px-3 py-2"
        >
          {joinUrl(reading.text)}
        </p>
      </div>
      {warnings.length > 0 && (
        <Notes notes={warnings} onRewrite={NOTHING} onSwitch={NOTHING} onBare={NOTHING} onMove={NOTHING} />
      )}
      <SecretField
        session={session}
        facts={secret}
        name={secretLabel}
        scheme={label}
        variables={state.scheme.secretVariables}
        signs={false}
      />
      {answer === null ? (
        <p className="text-soft">The answer to send back comes here.</p>
      ) : playground.holdsSecret ? (
        <p role="alert" className="font-medium text-bad">
          The URL holds what is entered as the secret, and so would the answer. If that is your secret, have a
          new one made first.
        </p>
      ) : (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="font-semibold">The answer, all of it. No character of your secret is in it.</p>
            <CopyButton what="answer" text={answer} look="strong" inFull />
          </div>
          <pre
            data-testid="answer-text"
            className="specimen break-normal wrap-anywhere max-h-80 overflow-y-auto rounded-lg bg-sunken px-3 py-2 text-[0.8125rem]/5"
          >
            {answer}
          </pre>
        </div>
      )}
      <Button
        look="bare"
        className="-ml-2.5 self-start sm:-ml-3"
        onClick={() => {
          session.show({ asks: false });
          focusVerdict();
        }}
      >
        Open the whole playground
      </Button>
    </section>
  );
}

/** The answer's text once there is one; `null` before. */
function useAnswer({ state, reading, verdict, busy, edited, revisions }: Playground): string | null {
  const client = useQueryClient();
  const key = ["diagnosis", state.hash, revisions.inputs, revisions.secret, revisions.others];
  const found = useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    () => client.getQueryData<Diagnosis | Searching>(key),
  );
  if (busy || (verdict !== "valid" && verdict !== "mismatch")) return null;
  const diagnosis = edited ?? found;
  if (verdict === "mismatch" && (!diagnosis || diagnosis.state === "searching")) return null;
  return writeAnswer({
    schemeLabel: state.scheme.label,
    url: joinUrl(reading.text),
    verdict,
    explained: verdict === "mismatch" && diagnosis?.state === "explained" ? diagnosis : null,
  });
}
