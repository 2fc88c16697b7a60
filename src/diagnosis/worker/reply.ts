import type { Comparison } from "../compare/compare";
import type { KnownText } from "../known/known";
import type { PublicAnswer } from "../known/public-search";
import type { Standing } from "../parts";

/** Milliseconds: a worker says so often where it stands. */
export const PROGRESS_EVERY = 60;

/** What the worker answers: where its search stands, or how many it has tried, until that is done; or what the text says by itself, and one result. */
export type Reply =
  | { readonly kind: "standing"; readonly standing: Standing }
  | { readonly kind: "text"; readonly text: KnownText }
  | { readonly kind: "tried"; readonly count: number }
  | { readonly kind: "done"; readonly result: Comparison | PublicAnswer }
  | { readonly kind: "failed"; readonly reason: string };
