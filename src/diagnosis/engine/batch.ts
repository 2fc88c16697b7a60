import type { Digest, Key, Message } from "../../mistakes/mistake";
import type { Node } from "../candidates/nodes";

/** One thing to compute. */
export interface Candidate {
  readonly key: Node<Key>;
  readonly message: Node<Message>;
  readonly digest: Node<Digest>;
}

/** One string with all these keys and computations: its bytes are made once for all of them. */
export interface Batch {
  readonly keys: readonly Node<Key>[];
  readonly message: Node<Message>;
  readonly digests: readonly Node<Digest>[];
}

/** How many candidates a batch has. */
export const sizeOf = ({ keys, digests }: Batch): number => keys.length * digests.length;

/** One of them, in the order in which they are tried. */
export function candidateOf({ keys, message, digests }: Batch, at: number): Candidate | null {
  const key = keys[at % keys.length];
  const digest = digests[Math.floor(at / keys.length)];
  return key && digest ? { key, message, digest } : null;
}

/** All keys with each string; keys that are still to be made, each with all strings. */
export function* product(
  keys: Iterable<Node<Key>>,
  messages: Iterable<Node<Message>>,
  digests: readonly Node<Digest>[],
): Generator<Batch> {
  if (Array.isArray(keys)) for (const message of messages) yield { keys, message, digests };
  else for (const key of keys) for (const message of messages) yield { keys: [key], message, digests };
}
