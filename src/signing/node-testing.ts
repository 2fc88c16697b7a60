import { createHash, createHmac } from "node:crypto";
import { type ComputationName, computation } from "./computations";

/** A signature as Node's own code makes it, lower-case hex. */
export function signedByNode(name: ComputationName, secret: string | Uint8Array, text: string): string {
  const { hash, mode } = computation(name);
  const node = hash.replace("-", "").toLowerCase();
  const made = mode === "hmac" ? createHmac(node, secret) : createHash(node).update(secret);
  return made.update(text).digest("hex");
}
