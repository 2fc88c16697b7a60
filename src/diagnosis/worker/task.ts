import type { DiagnosisInput } from "../diagnosis";
import type { PublicInput } from "../known/public-search";
import type { Part } from "../parts";

/** What a worker is asked for; each serves one task, or both parts of a search. */
export type Task =
  | { readonly kind: "search"; readonly input: DiagnosisInput; readonly part: Part }
  | { readonly kind: "compare"; readonly input: DiagnosisInput; readonly codeSigned: string }
  | { readonly kind: "public"; readonly input: PublicInput };
