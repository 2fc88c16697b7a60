import { trustedScriptUrl } from "../../trusted-script-url";
import type { Comparison } from "../compare/compare";
import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import type { KnownText } from "../known/known";
import type { PublicAnswer, PublicInput } from "../known/public-search";
import { type Crew, failed, listen, notStarted } from "./crew";
import { shareSearch } from "./shared-search";
import type { Task } from "./task";
import workerUrl from "./worker?worker&url";

/** How a caller follows a search and stops it. */
export interface SearchOptions {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  onText?(text: KnownText): void;
  onTried?(count: number): void;
}

/** Workers that wait for their search; each serves one, so that nothing of a secret outlives it. */
const waiting = new Set<Worker>();
const working = new Set<Worker>();

/** Starts workers before they are needed, until so many wait: starting them is most of a cold search. */
export function warmUp(most = 1): void {
  while (waiting.size < most) {
    const worker = startWorker();
    waiting.add(worker);
    // Whoever needs one then starts another, and hears of it where that fails as well.
    worker.onerror = () => waiting.delete(worker);
  }
}

/** Ends every worker and with it everything that it knew of a secret. */
export function endWorkers(): void {
  for (const worker of [...waiting, ...working]) worker.terminate();
  waiting.clear();
  working.clear();
}

/**
 * Searches in a worker, or in two, for the mistake that made the pasted signature.
 * @throws DOMException "AbortError" once `signal` is aborted; the workers are ended then.
 */
export function startSearch(input: DiagnosisInput, options: SearchOptions = {}): Promise<Diagnosis> {
  return together(options, (crew: Crew<Diagnosis>) => shareSearch(input, crew, options.onProgress));
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

function run<R extends Comparison | PublicAnswer>(task: Task, options: SearchOptions = {}): Promise<R> {
  return together(options, ({ hire, resolve, reject }: Crew<R>) => {
    const worker = hire();
    listen(
      worker,
      (reply) => {
        if (reply.kind === "text") options.onText?.(reply.text);
        else if (reply.kind === "tried") options.onTried?.(reply.count);
        else if (reply.kind === "done") resolve(reply.result as R);
        else if (reply.kind === "failed") reject(failed(reply.reason));
      },
      () => reject(notStarted()),
    );
    worker.postMessage(task);
  });
}

/** Ends the workers of a caller when it has its result, or when it is aborted. */
function together<R>({ signal }: SearchOptions, begin: (crew: Crew<R>) => void): Promise<R> {
  const hired = new Set<Worker>();
  const hire = () => {
    const [worker = startWorker()] = waiting;
    waiting.delete(worker);
    working.add(worker);
    hired.add(worker);
    return worker;
  };
  return new Promise<R>((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    signal?.addEventListener("abort", () => reject(aborted()), { once: true });
    begin({ hire, prepare: warmUp, resolve, reject });
  })
    .finally(() => {
      for (const worker of hired) {
        worker.terminate();
        working.delete(worker);
      }
    })
    .then((result) => {
      // The next caller mostly needs as many.
      warmUp(hired.size);
      return result;
    });
}

function startWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "diagnosis" });
}

function aborted(): DOMException {
  return new DOMException("The search was stopped.", "AbortError");
}
