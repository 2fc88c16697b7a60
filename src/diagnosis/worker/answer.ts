import type { Diagnosis, Progress } from "../diagnosis";

/** What the worker answers: progress, then one diagnosis. */
export type Answer =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly diagnosis: Diagnosis }
  | { readonly kind: "failed"; readonly reason: string };
