import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type CaseInput, compareQuery, diagnosisQuery, type Revisions } from "../../session/queries";
import type { SigningRequest } from "../../signing/types";
import { Button } from "../../ui/button";
import { AnotherTry } from "./another-try";
import { ExplainedView } from "./explained-view";
import { UnexplainedView } from "./unexplained-view";

export interface DiagnosisPanelProps {
  readonly input: CaseInput;
  readonly revisions: Revisions;
  readonly request: SigningRequest;
  /** True while the secret is an example's published one. */
  readonly demo: boolean;
  /** As the vendor calls it. */
  readonly secretName: string;
  readonly onRewrite: (text: string) => void;
}

/** Why the signature does not match: the search at work, then what it found and proved. */
export function DiagnosisPanel({
  input,
  revisions,
  request,
  demo,
  secretName,
  onRewrite,
}: DiagnosisPanelProps) {
  const client = useQueryClient();
  const options = diagnosisQuery(input, revisions);
  const { data, isFetching, isError, refetch } = useQuery(options);
  const [asksMore, setAsksMore] = useState(false);
  const [codeSigned, setCodeSigned] = useState({ text: "", edits: 0 });
  const { data: comparison } = useQuery(compareQuery(input, revisions, codeSigned.text, codeSigned.edits));
  // A cancelled query takes its data back; what was tried until then was tried.
  const tried = useRef(0);
  if (data) tried.current = data.tried;
  const stopped = !isFetching && (!data || data.state === "searching");
  if (data?.state === "unexplained" && !asksMore) setAsksMore(true);
  const state = data && data.state !== "searching" ? data.state : stopped ? "unexplained" : "searching";
  return (
    <div data-testid="diagnosis" data-state={state} className="border-t border-line">
      {data?.state === "explained" && <ExplainedView diagnosis={data} onRewrite={onRewrite} />}
      {data?.state === "unexplained" && (
        <UnexplainedView diagnosis={data} demo={demo} secretName={secretName} comparison={comparison?.kind} />
      )}
      {stopped && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
          <p className="text-lg/snug font-semibold">
            {isError ? "The search broke off. Nothing was found out." : "Stopped. Nothing was found out."}
          </p>
          <p className="text-soft tabular-nums">
            <span data-testid="tried">{tried.current}</span> HMACs tried
          </p>
          <Button onClick={() => refetch()}>Search again</Button>
        </div>
      )}
      {state === "searching" && (
        <div className="flex min-h-72 flex-wrap items-start justify-between gap-3 px-4 py-4 sm:px-5">
          <div className="appear-late">
            <p className="text-lg/snug font-semibold">Looking for the mistake…</p>
            <p className="text-soft tabular-nums">
              {data?.state === "searching" && `${data.level} · `}
              <span data-testid="tried">{data?.state === "searching" ? data.tried : 0}</span> HMACs
            </p>
          </div>
          <span className="appear-late">
            <Button onClick={() => client.cancelQueries({ queryKey: options.queryKey })}>Stop</Button>
          </span>
        </div>
      )}
      <AnotherTry
        open={asksMore}
        onToggle={setAsksMore}
        codeSigned={codeSigned.text}
        onCodeSigned={(text) => setCodeSigned(({ edits }) => ({ text, edits: edits + 1 }))}
        comparison={comparison}
        request={request}
      />
    </div>
  );
}
