import { trustedScriptUrl } from "../../trusted-script-url";
import type { Comparison } from "../compare";
import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import type { KnownText } from "../known/known";
import type { PublicAnswer, PublicInput } from "../known/public-search";
import type { Reply } from "./reply";
import type { Task } from "./task";
import workerUrl from "./worker?worker&url";

/** How a caller follows a search and stops it. */
export interface SearchOptions {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  onText?(text: KnownText): void;
}

/** A worker that waits for its search; each serves one, so that nothing of a secret outlives it. */
let waiting: Worker | null = null;
const working = new Set<Worker>();

/** Starts the worker before it is needed: starting it is most of a cold search. */
export function warmUp(): void {
  waiting ??= startWorker();
}

/** Ends every worker and with it everything that it knew of a secret. */
export function endWorker(): void {
  waiting?.terminate();
  waiting = null;
  for (const worker of working) worker.terminate();
  working.clear();
}

/**
 * Searches in a worker for the mistake that made the pasted signature.
 * @throws DOMException "AbortError" once `signal` is aborted; the worker is ended then.
 */
export function startSearch(input: DiagnosisInput, options?: SearchOptions): Promise<Diagnosis> {
  return run<Diagnosis>({ kind: "search", input }, options);
}

/** Says in a worker what the string that the user's code signed decides. @throws like `startSearch`. */
export function startComparison(
  input: DiagnosisInput,
  codeSigned: string,
  options?: SearchOptions,
): Promise<Comparison> {
  return run<Comparison>({ kind: "compare", input, codeSigned }, options);
}

/** Looks in a worker at a URL whose secret nobody has: what its text says first. @throws like `startSearch`. */
export function startPublicSearch(input: PublicInput, options?: SearchOptions): Promise<PublicAnswer> {
  return run<PublicAnswer>({ kind: "public", input }, options);
}

function run<R extends Diagnosis | Comparison | PublicAnswer>(
  task: Task,
  { signal, onProgress, onText }: SearchOptions = {},
): Promise<R> {
  const worker = waiting ?? startWorker();
  waiting = null;
  working.add(worker);
  return new Promise<R>((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted());
      return;
    }
    signal?.addEventListener("abort", () => reject(aborted()), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "progress") onProgress?.(data.progress);
      else if (data.kind === "text") onText?.(data.text);
      else if (data.kind === "done") resolve(data.result as R);
      else reject(new Error(`The search failed (${data.reason}).`));
    };
    worker.onerror = () => reject(new Error("The search could not be started."));
    worker.postMessage(task);
  })
    .finally(() => {
      worker.terminate();
      working.delete(worker);
    })
    .then((result) => {
      warmUp();
      return result;
    });
}

function startWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "diagnosis" });
}

function aborted(): DOMException {
  return new DOMException("The search was stopped.", "AbortError");
}
