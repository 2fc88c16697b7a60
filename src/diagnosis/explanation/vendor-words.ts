import type { Scheme } from "../../schemes/scheme";
import { type ComputationName, computation } from "../../signing/computations";

/** Fills a mistake's sentences in with the vendor's own words, and with what its computation is called. @param isAny true where any hash of the vendor's may be right */
export function vendorWords(
  { signatureWord, hashes }: Scheme,
  name: ComputationName,
  isAny = false,
): (text: string) => string {
  const { noun } = computation(name);
  const hash = (isAny ? hashes : [name]).map((one) => computation(one).hash).join(" or ");
  return (text) =>
    text
      .replaceAll("{signature}", signatureWord)
      .replaceAll("{hash}", hash)
      .replaceAll("{computation}", noun);
}
