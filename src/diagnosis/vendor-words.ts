import type { Scheme } from "../schemes/scheme";
import { computation, type HashName } from "../signing/computations";

/** Fills a mistake's sentences in with the vendor's own words, and with what its computation is called. */
export function vendorWords({ signatureWord }: Scheme, name: HashName): (text: string) => string {
  const { hash, noun } = computation(name);
  return (text) =>
    text
      .replaceAll("{signature}", signatureWord)
      .replaceAll("{hash}", hash)
      .replaceAll("{computation}", noun);
}
