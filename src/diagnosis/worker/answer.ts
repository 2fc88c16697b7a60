import type { Comparison } from "../compare";
import type { Diagnosis, Progress } from "../diagnosis";

/** What the worker answers: progress, then one result. */
export type Answer =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly result: Diagnosis | Comparison }
  | { readonly kind: "failed"; readonly reason: string };
