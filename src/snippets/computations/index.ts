import type { ComputationName } from "../../signing/computations";
import { hmac } from "./hmac";
import type { ComputationInCode } from "./in-code";

/** Every computation of `signing/computations.ts` in the languages of the snippets. */
export const inCode: Readonly<Record<ComputationName, ComputationInCode>> = {
  "SHA-1": hmac("SHA-1"),
  "SHA-256": hmac("SHA-256"),
};
