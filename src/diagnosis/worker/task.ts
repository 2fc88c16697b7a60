import type { DiagnosisInput } from "../diagnosis";
import type { PublicInput } from "../known/public-search";

/** What a worker is asked for; each serves one task. */
export type Task =
  | { readonly kind: "search"; readonly input: DiagnosisInput }
  | { readonly kind: "compare"; readonly input: DiagnosisInput; readonly codeSigned: string }
  | { readonly kind: "public"; readonly input: PublicInput };
