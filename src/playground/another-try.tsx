import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { diffText } from "../diagnosis/diff";
import type { SigningRequest } from "../signing/types";
import { FoldMark } from "../ui/fold-mark";
import { privateField } from "../ui/private-field";
import { MarkedText } from "./marked-text";
import { type CaseInput, compareQuery, type Revisions } from "./queries";
import { attachOtherSecrets, otherSecretsEdited } from "./secret";

interface AnotherTryProps {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly input: CaseInput;
  readonly revisions: Revisions;
  readonly request: SigningRequest;
}

/** The two things that decide a case which the search alone cannot: other secrets, and the string that the code signed. */
export function AnotherTry({ open, onToggle, input, revisions, request }: AnotherTryProps) {
  return (
    <details
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="group border-t border-line px-4 py-3 sm:px-5"
    >
      <summary className="list-none font-medium marker:hidden">
        <FoldMark />
        Try other secrets, or the string that your code signed
      </summary>
      <div className="grid gap-4 pt-3 pb-2">
        <div data-secret>
          <label htmlFor="other-secrets" className="mb-1.5 block font-semibold">
            Other secrets
          </label>
          <textarea
            id="other-secrets"
            ref={attachOtherSecrets}
            rows={3}
            onInput={otherSecretsEdited}
            {...privateField}
            aria-describedby="other-secrets-hint"
            className="field masked w-full px-3.5 py-2 font-mono text-[0.9375rem] text-key"
          />
          <p id="other-secrets-hint" className="text-sm text-soft">
            Staging, old, API key: one a line. Held like the secret.
          </p>
        </div>
        <Compare input={input} revisions={revisions} request={request} />
      </div>
    </details>
  );
}

/** What was signed above what should have been, each with what the other has not. */
function SideBySide({ from, to }: { readonly from: string; readonly to: string }) {
  const segments = diffText(from, to);
  return (
    <dl className="mt-2 grid gap-y-2">
      <div>
        <dt className="text-sm text-soft">Your code signed</dt>
        <dd className="specimen max-h-60 overflow-y-auto text-[0.9375rem]/6">
          <MarkedText segments={segments.filter(({ kind }) => kind !== "added")} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-soft">Should be</dt>
        <dd className="specimen max-h-60 overflow-y-auto text-[0.9375rem]/6">
          <MarkedText segments={segments.filter(({ kind }) => kind !== "removed")} />
        </dd>
      </div>
    </dl>
  );
}

function Compare({ input, revisions, request }: Omit<AnotherTryProps, "open" | "onToggle">) {
  const [codeSigned, setCodeSigned] = useState("");
  const [edits, setEdits] = useState(0);
  const { data } = useQuery(compareQuery(input, revisions, codeSigned, edits));
  return (
    <div>
      <label htmlFor="code-signed" className="mb-1.5 block font-semibold">
        String your code signed
      </label>
      <textarea
        id="code-signed"
        rows={3}
        value={codeSigned}
        onChange={(event) => {
          setCodeSigned(event.target.value);
          setEdits(edits + 1);
        }}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        aria-describedby="code-signed-hint"
        className="field field-sizing-content max-h-48 min-h-22 w-full px-3.5 py-2 font-mono text-[0.9375rem] break-all"
      />
      <p id="code-signed-hint" className="text-sm text-soft">
        Log it right before the HMAC, and paste it here.
      </p>
      {data && (
        <div role="status" data-testid="comparison" data-comparison={data.kind} className="mt-3">
          <p className="text-lg/snug font-semibold">{data.sentence}</p>
          {data.kind === "string-differs" && <SideBySide from={data.signed} to={request.signingString} />}
        </div>
      )}
    </div>
  );
}
