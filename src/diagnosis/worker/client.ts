import { trustedScriptUrl } from "../../trusted-script-url";
import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import type { Answer } from "./answer";
import workerUrl from "./worker?worker&url";

/** How a caller follows a search and stops it. */
export interface SearchOptions {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
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
export function startSearch(
  input: DiagnosisInput,
  { signal, onProgress }: SearchOptions = {},
): Promise<Diagnosis> {
  const worker = waiting ?? startWorker();
  waiting = null;
  working.add(worker);
  return new Promise<Diagnosis>((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted());
      return;
    }
    signal?.addEventListener("abort", () => reject(aborted()), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") onProgress?.(data.progress);
      else if (data.kind === "done") resolve(data.diagnosis);
      else reject(new Error(`The search failed (${data.reason}).`));
    };
    worker.onerror = () => reject(new Error("The search could not be started."));
    worker.postMessage(input);
  })
    .finally(() => {
      worker.terminate();
      working.delete(worker);
    })
    .then((diagnosis) => {
      warmUp();
      return diagnosis;
    });
}

function startWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "diagnosis" });
}

function aborted(): DOMException {
  return new DOMException("The search was stopped.", "AbortError");
}
