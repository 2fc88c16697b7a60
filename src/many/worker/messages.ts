import type { ManyInput } from "../judge";
import type { ListedRow } from "../listed-rows";
import type { Summary } from "../report/summary";

/** What the page asks of the worker; one run for each worker. Questions carry a number, by which their answer is known. */
export type Ask =
  | { readonly kind: "start"; readonly file: Blob; readonly input: ManyInput }
  | { readonly kind: "stop" }
  | {
      readonly kind: "rows";
      readonly id: number;
      readonly group: string;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: "csv"; readonly id: number }
  | { readonly kind: "signed"; readonly id: number };

/** What it answers. Of the file nothing but URLs and what is told of groups. */
export type Tell =
  | { readonly kind: "summary"; readonly summary: Summary }
  | { readonly kind: "rows"; readonly id: number; readonly rows: readonly ListedRow[] }
  | { readonly kind: "text"; readonly id: number; readonly text: string }
  | { readonly kind: "failed"; readonly reason: string };
