import { type ComputationName, computation } from "../signing/computations";
import type { Digest } from "./mistake";

/** What a vendor computes, as the search tries it. */
export function rightDigest(name: ComputationName): Digest {
  const { hash, mode } = computation(name);
  return { hash, mode, joint: "" };
}
