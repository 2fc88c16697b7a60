import type { Comparison } from "../compare";
import type { Diagnosis, Progress } from "../diagnosis";
import type { KnownText } from "../known/known";
import type { PublicAnswer } from "../known/public-search";

/** What the worker answers: progress or what the text says by itself, then one result. */
export type Reply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "text"; readonly text: KnownText }
  | { readonly kind: "done"; readonly result: Diagnosis | Comparison | PublicAnswer }
  | { readonly kind: "failed"; readonly reason: string };
