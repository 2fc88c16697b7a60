import type { Scheme } from "../schemes/scheme";
import { type ComputationName, computation } from "../signing/computations";

/** Fills a mistake's sentences in with the vendor's own words, and with what its computation is called. */
export function vendorWords({ signatureWord }: Scheme, name: ComputationName): (text: string) => string {
  const { hash, noun } = computation(name);
  return (text) =>
    text
      .replaceAll("{signature}", signatureWord)
      .replaceAll("{hash}", hash)
      .replaceAll("{computation}", noun);
}
