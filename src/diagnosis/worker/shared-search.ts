import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import { missing, type Part, progressOf, type Standing, settle } from "../parts";
import { type Crew, failed, listen, notStarted } from "./crew";
import type { Reply } from "./reply";
import type { Task } from "./task";

/** Milliseconds: a search that is over by then needs no second worker. */
const ALONE_FOR = 40;
/** Milliseconds. To draw a page costs both workers time, and nobody reads numbers faster. */
const SHOWN_EVERY = 200;
/** Of a longer URL the second worker would take as much memory again. */
const LONGEST_SHARED = 20_000;

/**
 * A search in one worker, which a second one joins where there is a processor for it. Each has a part of the levels, and takes
 * another when it has ended its own; the answer is that of the earliest level that explains, as if one had done it alone.
 */
export function shareSearch(
  input: DiagnosisInput,
  { hire, prepare, resolve, reject }: Crew<Diagnosis>,
  onProgress: (progress: Progress) => void = () => {},
): void {
  const standings = new Map<Part, Standing>();
  const begun = new Set<Part>();
  const first = hire();
  let isShared = false;
  let told = performance.now();

  const take = (worker: Worker, reply: Reply): void => {
    if (reply.kind === "failed") reject(failed(reply.reason));
    else if (reply.kind === "standing") follow(worker, reply.standing);
  };

  const follow = (worker: Worker, standing: Standing): void => {
    standings.set(standing.part, standing);
    const all = [...standings.values()];
    const diagnosis = settle(all);
    if (diagnosis) resolve(diagnosis);
    else goOn(worker, standing);
    if (performance.now() - told < SHOWN_EVERY) return;
    told = performance.now();
    onProgress(progressOf(all));
  };

  const begin = (worker: Worker, part: Part): void => {
    begun.add(part);
    worker.postMessage({ kind: "search", input, part } satisfies Task);
  };

  /** A worker that has ended its part in vain gets the next that nobody has. */
  const goOn = (worker: Worker, standing: Standing): void => {
    if (!isShared && isForTwo(standing)) share();
    if (!standing.isDone || standing.diagnosis) return;
    const next = missing([...standings.values()]).find(({ part }) => !begun.has(part));
    if (next) begin(worker, next.part);
  };

  const share = (): void => {
    isShared = true;
    const second = hire();
    // Where it is lost, the first one does its part as well.
    listen(
      second,
      (reply) => take(second, reply),
      () => {
        standings.delete("second");
        begin(first, "second");
      },
    );
    begin(second, "second");
  };

  listen(
    first,
    (reply) => take(first, reply),
    () => reject(notStarted()),
  );
  begin(first, canShare(input) ? "first" : "all");
  if (canShare(input)) prepare();
}

const canShare = ({ pasted }: DiagnosisInput): boolean =>
  navigator.hardwareConcurrency > 1 && pasted.length <= LONGEST_SHARED;

const isForTwo = ({ others, isDone, milliseconds }: Standing): boolean =>
  others.length > 0 && (isDone || milliseconds >= ALONE_FOR);
