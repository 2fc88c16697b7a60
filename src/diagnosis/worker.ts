import "./lockdown";
import type { Diagnosis, DiagnosisInput, Progress } from "./diagnosis";
import { search } from "./search";

/** What the worker answers: progress, then one diagnosis. */
export type Answer =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly diagnosis: Diagnosis }
  | { readonly kind: "failed"; readonly reason: string };

/** Progress is for people: more often than this it only costs time. */
const PROGRESS_EVERY = 60;

const answer = (message: Answer) => self.postMessage(message, { targetOrigin: "*" });

self.onmessage = ({ data }: MessageEvent<DiagnosisInput>) => {
  let last = performance.now();
  const onProgress = (progress: Progress) => {
    if (performance.now() - last < PROGRESS_EVERY) return;
    last = performance.now();
    answer({ kind: "progress", progress });
  };
  search(data, { onProgress }).then(
    (diagnosis) => answer({ kind: "done", diagnosis }),
    (error: unknown) => answer({ kind: "failed", reason: error instanceof Error ? error.name : "unknown" }),
  );
};
