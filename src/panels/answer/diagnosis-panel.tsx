import { useQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Diagnosis, Explained } from "../../diagnosis/diagnosis";
import { locate } from "../../diagnosis/where/where";
import type { Scheme } from "../../schemes/scheme";
import { type CaseInput, compareQuery, diagnosisQuery, type Revisions } from "../../session/queries";
import { useSession } from "../../session/use-session";
import type { SigningRequest } from "../../signing/types";
import { useAnnouncement } from "../../ui/announcer";
import { Button } from "../../ui/button";
import { AnotherTry } from "./another-try";
import type { Answer } from "./answer";
import { ExplainedView } from "./explained-view";
import { Fix } from "./fix";
import { ExcludedList, UnexplainedView } from "./unexplained-view";

export interface DiagnosisPanelProps {
  readonly input: CaseInput;
  readonly revisions: Revisions;
  readonly request: SigningRequest;
  readonly scheme: Scheme;
  /** The id of the code’s language; empty until one is chosen. */
  readonly language: string;
  /** True while a published secret signs. */
  readonly demo: boolean;
  /** Puts another URL in the place of the one that was read. */
  readonly onUse: (url: string) => void;
  /** Told of the answer once it is there, and of its end. */
  readonly onAnswer: (answer: Answer | null) => void;
  /** What was changed in a text that was valid: then there is nothing to search for. */
  readonly edited: Explained | null;
  /** True in the embed, where the proof folds. */
  readonly compact: boolean;
  /** The URL with the signature that it should have. */
  readonly resigned: string;
}

/** Why the signature does not match: the search at work, then what it found and proved. */
export function DiagnosisPanel({
  input,
  revisions,
  request,
  scheme,
  language,
  demo,
  onUse,
  onAnswer,
  edited,
  resigned,
  compact,
}: DiagnosisPanelProps) {
  const { client, secret } = useSession();
  const options = { ...diagnosisQuery(secret, input, revisions), enabled: edited === null };
  const { data: found, isFetching, isError, refetch } = useQuery(options);
  const data = edited ?? found;
  const [asksMore, setAsksMore] = useState(false);
  const [codeSigned, setCodeSigned] = useState({ text: "", edits: 0 });
  const { data: comparison } = useQuery(
    compareQuery(secret, input, revisions, codeSigned.text, codeSigned.edits),
  );
  // A cancelled query takes its data back; what was tried until then was tried.
  const tried = useRef(0);
  const triedNow = data?.tried;
  useEffect(() => {
    if (triedNow !== undefined) tried.current = triedNow;
  }, [triedNow]);
  const stopped = !isFetching && (!data || data.state === "searching");
  if (data?.state === "unexplained" && !asksMore) setAsksMore(true);
  const state = data && data.state !== "searching" ? data.state : stopped ? "unexplained" : "searching";
  useAnnouncement(stopped || !data || data.state === "searching" ? null : announcementOf(data), {
    known: false,
  });
  const explained = data?.state === "explained" ? data : null;
  const where = useMemo(() => (explained ? locate(request, explained) : null), [request, explained]);
  useLayoutEffect(() => {
    onAnswer(explained && where ? { request, diagnosis: explained, where } : null);
    return () => onAnswer(null);
  }, [onAnswer, request, explained, where]);
  return (
    <div data-testid="diagnosis" data-state={state} className="border-t border-line">
      {explained && where && (
        <ExplainedView
          diagnosis={explained}
          where={where}
          isCompact={compact}
          fix={
            <Fix
              diagnosis={explained}
              resigned={resigned}
              demo={demo}
              onUse={onUse}
              scheme={scheme}
              hash={input.hash}
              language={language}
            />
          }
        />
      )}
      {data?.state === "unexplained" && <UnexplainedView diagnosis={data} comparison={comparison?.secret} />}
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
        <div className="flex min-h-72 flex-wrap content-start items-start justify-between gap-x-3 px-4 py-4 sm:px-5">
          <div className="appear-late">
            <p className="text-lg/snug font-semibold">Looking for the mistake…</p>
            <p className="text-soft tabular-nums">
              {data?.state === "searching" && `${data.level} · `}
              <span data-testid="tried">{data?.state === "searching" ? data.tried : 0}</span> HMACs
            </p>
          </div>
          {data?.state === "searching" && <ExcludedList phrases={data.excluded} />}
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

const NUMBERS = ["No", "One", "Two", "Three", "Four"];

/** The whole answer in one breath, for those who listen. */
function announcementOf(diagnosis: Diagnosis): string {
  if (diagnosis.state === "unexplained") return "Does not match. No known mistake explains it.";
  const { length } = diagnosis.mistakes;
  const titles = diagnosis.mistakes.map(({ title, detail }) => [title, detail].filter(Boolean).join(" "));
  return `Does not match. ${NUMBERS[length] ?? length} ${length === 1 ? "mistake" : "mistakes"}: ${titles.join(" ")}`;
}
