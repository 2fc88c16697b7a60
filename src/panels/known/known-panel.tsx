import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { inOrder, isOfUnshown } from "../../diagnosis/known/fact";
import { type Known, knownQuery } from "../../session/known-query";
import { caseInput } from "../../session/queries";
import type { State } from "../../session/state";
import type { PlaygroundProps } from "../../session/use-playground";
import type { SigningRequest } from "../../signing/types";
import { useAnnouncement } from "../../ui/announcer";
import { CopyButton } from "../../ui/copy-button";
import type { Impossible } from "../answer/answer";
import { Visible } from "../answer/strings/marked-text";
import { ClaimsView, claimed } from "./claims-view";
import { FactRow } from "./fact-row";
import { publicFact } from "./public-fact";
import { PublicKeyView } from "./public-key-view";
import { writeRequest } from "./request";

interface KnownViewProps {
  readonly known: Known;
  readonly state: State;
  readonly request: SigningRequest;
  readonly onRewrite: (text: string) => void;
  /** Told the request, and where it shows, once it is certain that no secret makes it valid, else `null`. */
  readonly onImpossible: (impossible: Impossible | null) => void;
  /** True in the embed, where only what is certain against the URL is said. */
  readonly compact: boolean;
}

export interface KnownPanelProps extends Omit<KnownViewProps, "known" | "state">, PlaygroundProps {}

/** Looks at a signed URL that has no secret; nothing is shown before there is something to say. */
export function KnownPanel({ playground, ...view }: KnownPanelProps) {
  const { data: known } = useQuery(knownQuery(caseInput(playground), playground.revisions));
  return known && <KnownView known={known} state={playground.state} {...view} />;
}

const NOWHERE: Impossible["where"] = { marks: [], options: [] };

/** The tab’s title says it, too, while it stands. */
function useTitleOf(isImpossible: boolean): void {
  useEffect(() => {
    if (!isImpossible) return;
    const before = document.title;
    document.title = "✕ Cannot be valid · Countersign";
    return () => {
      document.title = before;
    };
  }, [isImpossible]);
}

/** What was found beside the verdict; `null` while it is looked for. */
function said({ claims, answer }: Known, signatureWord: string): string | null {
  if (claims) {
    const { verdict, mistakes } = claims;
    const titles = mistakes.map(({ title }) => title);
    return [`The customer’s page says: ${claimed(verdict, signatureWord)}`, ...titles].join(" ");
  }
  if (answer === null) return null;
  const mistakes = answer.explained?.mistakes ?? [];
  if (mistakes.length === 0) return "";
  return ["Found without the secret:", ...mistakes.flatMap(({ title, detail = "" }) => [title, detail])]
    .join(" ")
    .trimEnd();
}

/** What is known of a signed URL without its secret, and the way to ask whoever has it. */
function KnownView({ known, state, request, onRewrite, onImpossible, compact }: KnownViewProps) {
  const { facts, claims, answer } = known;
  const { scheme } = state;
  const list = inOrder([...facts, ...publicFact(answer), ...(answer?.excluded ?? [])]);
  const first = list.find(({ impossible }) => impossible);
  const unshown = list.find(isOfUnshown);
  const headline = first ?? unshown;
  const settled = useMemo(
    () => (first ? { request, where: first.where ?? NOWHERE } : null),
    [first, request],
  );
  useEffect(() => onImpossible(settled), [settled, onImpossible]);
  useTitleOf(first !== undefined);
  useAnnouncement(compact ? "" : said(known, scheme.signatureWord), { known: false });
  if (compact)
    return (
      first && (
        <p className="border-t border-line px-3 py-2 text-sm font-semibold wrap-anywhere">{first.sentence}</p>
      )
    );
  return (
    <div className="border-t border-line">
      {claims && (
        <ClaimsView claims={claims} isImpossible={first !== undefined} word={scheme.signatureWord} />
      )}
      <div className="px-4 pt-5 sm:px-5">
        {answer?.explained ? (
          <PublicKeyView explained={answer.explained} mayBeValid={first === undefined} />
        ) : (
          headline && (
            <h3 className="text-xl/snug font-semibold tracking-tight text-balance wrap-anywhere sm:text-[1.375rem]/snug">
              <Visible text={headline.sentence} />
            </h3>
          )
        )}
        <p className="mt-1 text-soft">
          Found without your secret. With it{unshown && " and the digits"}, the {scheme.signatureWord} itself
          is checked.
          {first &&
            " This is said of the URL exactly as it stands here. If copying has changed it, paste it as it was sent."}
        </p>
        <h3 className="mt-5 text-sm font-semibold text-soft">Known without the secret</h3>
      </div>
      <ul
        data-testid="known"
        aria-label="Known without the secret"
        aria-busy={answer === null}
        className="mt-2 divide-y divide-line border-y border-line"
      >
        {list.map((fact) => (
          <FactRow key={fact.kind} fact={fact} onRewrite={onRewrite} />
        ))}
      </ul>
      {answer === null && <p className="appear-late px-4 pt-3 text-soft sm:px-5">Trying public keys…</p>}
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
        <p className="max-w-prose min-w-0 basis-80 grow text-soft">
          <span className="font-semibold text-ink">
            {claims ? "Need another answer?" : "No secret at hand?"}
          </span>{" "}
          Ask whoever has it: the link opens this case, and the answer comes back as text.
        </p>
        <CopyButton
          what="request"
          text={writeRequest(state, request, location.href, first !== undefined)}
          look={claims ? "plain" : "strong"}
          inFull
        />
      </div>
    </div>
  );
}
