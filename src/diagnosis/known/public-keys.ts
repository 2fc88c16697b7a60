import type { Facts, Key, Mistake } from "../../mistakes/mistake";
import { secretIsPlaceholder } from "../../mistakes/secret/secret-is-placeholder";
import { USUAL } from "../../mistakes/weights";
import { schemes } from "../../schemes";
import { bytesName, type Node, Pool, root } from "../candidates/nodes";
import { keySteps } from "../candidates/steps";

/** Stands for the secret that nobody knows, where the catalogue asks for one: no text has it, so that nothing is shared with it. */
const UNKNOWN = "\0";

/**
 * Keys that anyone can know: the empty one, what a missing value turns into, placeholders, the API key in the URL, and the
 * secrets that documents publish. The likeliest first.
 */
export function publicKeys(mistakes: readonly Mistake[], facts: Facts): Node<Key>[] {
  const keys = new Pool<Key>(bytesName);
  const others = mistakes.filter(({ overrides }) => overrides);
  for (const node of keySteps(root<Key>(UNKNOWN), others, facts)) keys.offer(node);
  for (const secret of publishedSecrets())
    keys.offer({
      value: secret,
      weight: USUAL,
      steps: [
        { mistake: secretIsPlaceholder, detail: `The secret was “${secret}”, which documents publish.` },
      ],
    });
  return keys.sorted();
}

/** The secrets of the examples of every vendor. */
function publishedSecrets(): ReadonlySet<string> {
  return new Set(schemes.flatMap(({ examples }) => examples.map(({ secret }) => secret)));
}
