import type { Diagnosis, DiagnosisInput, Progress } from "./diagnosis";

/** How a caller follows a search and stops it. */
export interface SearchOptions {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** Starts the worker before it is needed: starting it is most of a cold search. */
export function warmUp(): void {}

/** Ends the worker and with it everything that it knew of a secret. */
export function endWorker(): void {}

/**
 * Searches in the worker for the mistake that made the pasted signature.
 * @throws DOMException "AbortError" once `signal` is aborted; the worker is ended then.
 */
export async function startSearch(_input: DiagnosisInput, _options: SearchOptions = {}): Promise<Diagnosis> {
  throw new Error("not built yet");
}
