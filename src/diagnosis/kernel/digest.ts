import type { AnyHash } from "../../mistakes/mistake";
import { KERNELS } from "./kernels";
import { bytesOfWords, Words } from "./words";

/** A plain digest of raw bytes, in memory of its own. */
export function digestOf(hash: AnyHash, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Words();
  message.set(bytes);
  return bytesOfWords(KERNELS[hash].digest(message));
}
