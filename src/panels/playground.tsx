import {
  type FocusEvent,
  type PointerEvent,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { PlaygroundProps } from "../session/use-playground";
import { Later } from "../ui/later";
import { type Answer, marksIn } from "./answer/answer";
import { Inputs } from "./inputs";
import {
  AskPanel,
  FilePicker,
  fetchNotes,
  ManyView,
  PageNotes,
  QueryOptions,
  SnippetsPanel,
  usePanels,
} from "./lazy-panels";
import { Purpose } from "./purpose";
import { Result } from "./result";

const NO_MARKS = [] as const;

/** What an embed shows, and the only scheme that may be chosen there, by its id. */
interface CompactLook {
  readonly show: ReadonlySet<string>;
  readonly scheme: string | null;
}

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
  const shows = (part: string) => look === null || look.show.has(part);
  const { session, request, reading, verdict, state } = playground;
  const isMany = state.isMany && !compact;
  const asks = state.asks && !compact && !isMany;
  const [found, setFound] = useState<Answer | null>(null);
  const answer = verdict === "mismatch" && found?.request === request ? found : null;
  const marks = useMemo(() => (answer ? marksIn(reading, answer.where) : NO_MARKS), [answer, reading]);
  const onRewrite = useCallback((pasted: string) => session.edit({ pasted }), [session]);
  return (
    <main
      data-testid="result"
      aria-busy={playground.busy || !hasNotes}
      onPointerOver={lightUp}
      onFocus={lightUp}
      onBlur={lightDown}
      className={`mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] ${
        compact
          ? "gap-3 p-3 min-[45rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] min-[45rem]:gap-5 min-[45rem]:px-4"
          : `gap-x-12 gap-y-6 px-4 py-5 sm:px-8 sm:py-7 lg:grid-rows-[auto_1fr_auto] ${isMany ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]" : "lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"}`
      }`}
    >
      {!compact && !asks && !isMany && verdict !== "mismatch" && (
        <p className="text-soft lg:hidden" data-screen>
          <Purpose onBroken={session.openBroken} />
        </p>
      )}
      {asks ? (
        <Suspense>
          <AskPanel playground={playground} />
        </Suspense>
      ) : (
        <Inputs
          playground={playground}
          marks={marks}
          compact={compact}
          locksScheme={look?.scheme !== null && compact}
          hidden={!shows("inputs")}
        >
          {isMany ? (
            <Suspense>
              <FilePicker session={session} />
            </Suspense>
          ) : (
            hasNotes && (
              <PageNotes
                playground={playground}
                compact={compact}
                explained={answer !== null}
                onRewrite={onRewrite}
              />
            )
          )}
        </Inputs>
      )}
      <div className="flex min-w-0 flex-col gap-7 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {isMany ? (
          <Suspense>
            <Many playground={playground} />
          </Suspense>
        ) : (
          <Result
            playground={playground}
            compact={compact}
            hidesSteps={!shows("steps")}
            answer={answer}
            onAnswer={setFound}
            onRewrite={onRewrite}
          />
        )}
      </div>
      {!asks && !isMany && shows("options") && (
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-start-2">
          {panels && (
            <Suspense>
              <QueryOptions playground={playground} marks={answer?.where.options ?? NO_MARKS} />
              {!compact && <FilePicker session={session} />}
            </Suspense>
          )}
        </div>
      )}
      {!asks && !isMany && shows("code") && <Code playground={playground} />}
    </main>
  );
}

/** True once the code of the notes is there, which is fetched before all that comes late: until then an output may be missing. */
function useNotesCode(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    void fetchNotes().then(() => setThere(true));
  }, []);
  return isThere;
}

function Code({ playground }: PlaygroundProps) {
  const { session, state, request, hash, secret, revisions } = playground;
  const panels = usePanels();
  if (!request) return null;
  return (
    <div className="min-w-0 lg:col-span-2">
      {panels ? (
        <Suspense>
          <Later>
            <SnippetsPanel
              scheme={state.scheme}
              request={request}
              hash={hash}
              inputs={revisions.inputs}
              demoSecret={secret.demo ? state.demoSecret : ""}
              language={state.language}
              form={state.form}
              show={session.show}
            />
          </Later>
        </Suspense>
      ) : (
        <div className="min-h-80" />
      )}
    </div>
  );
}

/** The view of many URLs. */
function Many({ playground: { session, secret, state } }: PlaygroundProps) {
  return <ManyView session={session} secret={secret} secretName={state.scheme.secretLabel} />;
}

/** What had the focus is left: under a finger no pointer leaves it. */
function lightDown({ currentTarget }: FocusEvent<HTMLElement>): void {
  delete currentTarget.dataset.lit;
}

/** Lights up every occurrence of the part that is pointed at or focused; an attribute on one element, no rendering. */
function lightUp(event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const { target } = event;
  const part = target instanceof Element && target.closest("[data-part]")?.getAttribute("data-part");
  if (part) event.currentTarget.dataset.lit = part;
  else delete event.currentTarget.dataset.lit;
}
