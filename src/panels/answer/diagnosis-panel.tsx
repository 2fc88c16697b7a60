import { hashKey, useQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Diagnosis } from "../../diagnosis/diagnosis";
import { locate } from "../../diagnosis/where/where";
import { caseInput, compareQuery, diagnosisQuery } from "../../session/queries";
import type { PlaygroundProps } from "../../session/use-playground";
import { place } from "../../session/verdict";
import type { SigningRequest } from "../../signing/types";
import { useAnnouncement } from "../../ui/announcer";
import { AnotherTry, type Tries } from "./another-try";
import type { Answer } from "./answer";
import { ExplainedView } from "./explained-view";
import { Fix } from "./remedies/fix";
import { focusVerdict } from "./rewrite-button";
import { endOfSearch, SearchAtWork, SearchStopped } from "./search-state";
import { EDITED, UnexplainedView, unexplained } from "./unexplained-view";

export interface DiagnosisPanelProps extends PlaygroundProps {
  readonly request: SigningRequest;
  /** Puts another URL in the place of the one that was read; `null` where that is to stay. */
  readonly onUse: ((url: string) => void) | null;
  /** Told of the answer once it is there, and of its end. */
  readonly onAnswer: (answer: Answer | null) => void;
  /** True in the embed, where the proof folds. */
  readonly compact: boolean;
}

/** Why the signature does not match: the search at work, then what it found and proved. */
export function DiagnosisPanel({ playground, request, onUse, onAnswer, compact }: DiagnosisPanelProps) {
  const { session, revisions, edited, before } = playground;
  const { client, secret } = session;
  const { signatureWord } = playground.state.scheme;
  const input = caseInput(playground);
  // Where an edit of a valid text explains the mismatch, there is nothing to search for.
  const options = { ...diagnosisQuery(secret, input, revisions), enabled: edited === null };
  const { data: found, isFetching, isError, refetch } = useQuery(options);
  const data = edited ?? found;
  const [asksMore, setAsksMore] = useState(false);
  const [codeSigned, setCodeSigned] = useState({ text: "", edits: 0 });
  const compareOptions = compareQuery(secret, input, revisions, codeSigned.text, codeSigned.edits);
  const { data: compared, isFetching: compares, refetch: compareAgain } = useQuery(compareOptions);
  const comparison = compared?.kind === "trying" ? undefined : compared;
  const tries: Tries = {
    isAtWork: compares,
    count: compared?.kind === "trying" ? compared.tried : 0,
    isRightString: codeSigned.text === request.signingString,
    onStop: () => void client.cancelQueries({ queryKey: compareOptions.queryKey }),
    onAgain: () => void compareAgain(),
  };
  // A cancelled query drops its data, but what was tried until then still counts.
  const searchedFor = hashKey(options.queryKey);
  const tried = useRef({ searchedFor, count: 0 });
  const triedNow = data?.tried;
  useEffect(() => {
    if (triedNow !== undefined) tried.current = { searchedFor, count: triedNow };
  }, [searchedFor, triedNow]);
  const stopped = !isFetching && (!data || data.state === "searching");
  if (data?.state === "unexplained" && !before && !asksMore) setAsksMore(true);
  const state = data && data.state !== "searching" ? data.state : stopped ? "unexplained" : "searching";
  useAnnouncement(
    stopped
      ? `${place(playground)}Does not match. ${endOfSearch(isError)}`
      : !data || data.state === "searching"
        ? null
        : place(playground) + announcementOf(data, before !== null, signatureWord),
    {
      known: false,
    },
  );
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
          isEdit={edited !== null}
          fix={<Fix playground={playground} diagnosis={explained} where={where} onUse={onUse} />}
        />
      )}
      {data?.state === "unexplained" && (
        <UnexplainedView
          diagnosis={data}
          before={before}
          comparison={comparison?.secret}
          isRightString={tries.isRightString}
          signatureWord={signatureWord}
        />
      )}
      {stopped && (
        <SearchStopped
          isBroken={isError}
          tried={tried.current.searchedFor === searchedFor ? tried.current.count : 0}
          onAgain={() => {
            void refetch();
            focusVerdict();
          }}
        />
      )}
      {state === "searching" && (
        <SearchAtWork
          progress={data?.state === "searching" ? data : null}
          onStop={() => {
            void client.cancelQueries({ queryKey: options.queryKey });
            focusVerdict();
          }}
        />
      )}
      <AnotherTry
        open={asksMore}
        onToggle={setAsksMore}
        codeSigned={codeSigned.text}
        onCodeSigned={(text) => setCodeSigned(({ edits }) => ({ text, edits: edits + 1 }))}
        comparison={comparison}
        tries={tries}
        request={request}
      />
    </div>
  );
}

const NUMBERS = ["No", "One", "Two", "Three", "Four"];

/** The whole answer in one breath, for those who listen. */
function announcementOf(diagnosis: Diagnosis, wasValid: boolean, signatureWord: string): string {
  if (diagnosis.state === "unexplained")
    return `Does not match. ${wasValid ? EDITED : unexplained(diagnosis, signatureWord)}`;
  const { length } = diagnosis.mistakes;
  const titles = diagnosis.mistakes.map(({ title, detail }) => [title, detail].filter(Boolean).join(" "));
  return `Does not match. ${NUMBERS[length] ?? length} ${length === 1 ? "mistake" : "mistakes"}: ${titles.join(" ")}`;
}
