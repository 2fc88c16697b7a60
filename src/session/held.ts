import type { Scheme } from "../schemes/scheme";
import { type ComputationName, computation } from "../signing/computations";
import { joinParts } from "../signing/sign";
import type { SigningRequest } from "../signing/types";

export type Held = Readonly<Record<"signature" | "signedUrl", string>>;

/** Texts as long as the results will be, which keep their place while those are made. */
export function placeholders(scheme: Scheme, request: SigningRequest, hash: ComputationName): Held {
  const signature = "0".repeat(computation(hash).digits);
  return { signature, signedUrl: joinParts(scheme.assemble(request, signature)) };
}
