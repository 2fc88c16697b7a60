import { type ComputationName, computation } from "../../signing/computations";
import { KERNELS } from "./kernels";
import { bytesOfWords, Words } from "./words";

/** Computes one of many. */
export type ComputeText = (message: string) => Uint8Array<ArrayBuffer>;

/** A vendor's computation with one secret, synchronous; of an HMAC's key what follows from it is kept. */
export function computeWith(name: ComputationName, secret: string): ComputeText {
  const { hash, mode } = computation(name);
  const words = new Words();
  const take = (text: string) => {
    words.set(text);
    return words;
  };
  if (mode === "key+message") return (message) => bytesOfWords(KERNELS[hash].digest(take(secret + message)));
  const keys = KERNELS[hash].keys(1);
  keys.set(0, take(secret));
  return (message) => bytesOfWords(keys.hmac(0, take(message)));
}
