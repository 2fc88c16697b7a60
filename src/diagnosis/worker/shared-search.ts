import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import { type Part, progressOf, type Standing, settle } from "../parts";
import { type Crew, failed, listen, notStarted } from "./crew";
import { PROGRESS_EVERY, type Reply } from "./reply";
import type { Task } from "./task";

/** Milliseconds: a search that is over by then needs no second worker. */
const ALONE_FOR = 40;
/** Of a longer URL the second worker would take as much memory again. */
const LONGEST_SHARED = 20_000;

/**
 * A search in one worker, which a second one joins where there is a processor for it. Each has levels of its own; the answer is
 * that of the earliest level that explains, as if one had done it alone.
 */
export function shareSearch(
  input: DiagnosisInput,
  { hire, resolve, reject }: Crew<Diagnosis>,
  onProgress: (progress: Progress) => void = () => {},
): void {
  const standings = new Map<Part, Standing>();
  const first = hire();
  let isShared = false;
  let told = performance.now();

  const take = (reply: Reply): void => {
    if (reply.kind === "failed") reject(failed(reply.reason));
    else if (reply.kind === "standing") follow(reply.standing);
  };

  const follow = (standing: Standing): void => {
    standings.set(standing.part, standing);
    const all = [...standings.values()];
    const diagnosis = settle(all);
    if (diagnosis) resolve(diagnosis);
    else if (!isShared && isForTwo(standing)) share();
    if (performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    onProgress(progressOf(all));
  };

  const share = (): void => {
    isShared = true;
    const second = hire();
    const task = taskOf(input, "second");
    // Where it is lost, the first one does its part as well, after its own.
    listen(second, take, () => {
      standings.delete("second");
      first.postMessage(task);
    });
    second.postMessage(task);
  };

  listen(first, take, () => reject(notStarted()));
  first.postMessage(taskOf(input, canShare(input) ? "first" : "all"));
}

const taskOf = (input: DiagnosisInput, part: Part): Task => ({ kind: "search", input, part });

const canShare = ({ pasted }: DiagnosisInput): boolean =>
  navigator.hardwareConcurrency > 1 && pasted.length <= LONGEST_SHARED;

const isForTwo = ({ alone, isDone, milliseconds }: Standing): boolean =>
  alone < Number.POSITIVE_INFINITY && (isDone || milliseconds >= ALONE_FOR);
