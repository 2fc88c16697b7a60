import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { Playground, PlaygroundProps } from "../session/use-playground";
import { type Answer, type Impossible, marksIn } from "./answer/answer";
import { CodePlace } from "./code/code-place";
import { type CompactLook, InputsSide, type View } from "./inputs-side";
import { FilePicker, fetchNotes, ManyView, QueryOptions, usePanels, WayBack } from "./lazy-panels";
import { lightDown, lightUp } from "./light-up";
import { Purpose } from "./purpose";
import { Result } from "./result";

const NO_MARKS = [] as const;

/**
 * Inputs on one side, the answer and the pipeline on the other, the code below; the embed leaves out what a document says itself.
 * The options come after the answer, to which one Tab leads from the secret.
 */
export function PlaygroundPanels({
  playground,
  compact: look = null,
}: PlaygroundProps & { readonly compact?: CompactLook | null }) {
  const compact = look !== null;
  const panels = usePanels();
  const hasNotes = useNotesCode();
  const [areSettled, setSettled] = useState(true);
  const shows = (part: string) => look === null || look.show.has(part);
  const { session, request, reading, verdict, state } = playground;
  const view = compact ? "one" : viewOf(state);
  const [found, setFound] = useState<Answer | null>(null);
  const answer = verdict === "mismatch" && found?.request === request ? found : null;
  const [impossible, setImpossible] = useState<Impossible | null>(null);
  const isImpossible = verdict === "empty" && impossible?.request === request;
  const where = (answer ?? (isImpossible ? impossible : null))?.where;
  const marks = useMemo(() => (where ? marksIn(reading, where) : NO_MARKS), [where, reading]);
  const onRewrite = useCallback((pasted: string) => session.edit({ pasted }), [session]);
  return (
    <main
      data-testid="result"
      aria-busy={playground.busy || !hasNotes || !areSettled}
      onPointerOver={lightUp}
      onFocus={lightUp}
      onBlur={lightDown}
      className={`mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] ${
        compact
          ? "gap-3 p-3 min-[45rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] min-[45rem]:gap-5 min-[45rem]:px-4"
          : `gap-x-12 gap-y-6 px-4 py-5 sm:px-8 sm:py-7 lg:grid-rows-[auto_1fr_auto] ${view === "many" ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]" : "lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"}`
      }`}
    >
      {/* Only the URL makes it come and go, so that nothing moves while a secret is typed. */}
      {!compact && view === "one" && !request?.found && (
        <p className="text-soft lg:hidden" data-screen>
          <Purpose onBroken={session.openBroken} />
        </p>
      )}
      <InputsSide
        playground={playground}
        marks={marks}
        look={look}
        view={view}
        hasNotes={hasNotes}
        explained={answer !== null}
        onRewrite={onRewrite}
        onSettle={setSettled}
      />
      <div className="flex min-w-0 flex-col gap-7 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {view === "one" && !compact && panels && (
          <Suspense>
            <WayBack session={session} />
          </Suspense>
        )}
        {view === "many" ? (
          <Suspense>
            <ManyView session={session} secret={playground.secret} secretName={state.scheme.secretLabel} />
          </Suspense>
        ) : (
          <Result
            playground={playground}
            compact={compact}
            hidesSteps={!shows("steps")}
            answer={answer}
            onAnswer={setFound}
            isImpossible={isImpossible}
            onImpossible={setImpossible}
            onRewrite={onRewrite}
          />
        )}
      </div>
      {view === "one" && shows("options") && (
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-start-2">
          {panels && (
            <Suspense>
              <QueryOptions playground={playground} marks={where?.options ?? NO_MARKS} />
              {!compact && <FilePicker session={session} />}
            </Suspense>
          )}
        </div>
      )}
      {view === "one" && shows("code") && <CodePlace playground={playground} />}
    </main>
  );
}

function viewOf({ isMany, asks }: Playground["state"]): View {
  if (isMany) return "many";
  return asks ? "asked" : "one";
}

/** True once the code of the notes is there, which is fetched before all that comes late: until then an output may be missing. */
function useNotesCode(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    void fetchNotes().then(() => setThere(true));
  }, []);
  return isThere;
}
