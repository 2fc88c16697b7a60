import type { ComputationName } from "../../signing/computations";
import { aroundUrl, type Reading } from "../../signing/sign";
import type { State } from "../state";

/** The hash that a vendor's words beside the URL ask for, where they name one of several. */
export function namedHash({ scheme, pasted }: State, reading: Reading): ComputationName | undefined {
  if (scheme.hashes.length < 2) return undefined;
  const around = aroundUrl(pasted, reading);
  // Of two that are named the one may be the other’s denial.
  const [name, ...more] = scheme.hashes.filter((hash) => nameOf(hash).test(around));
  if (!name || more.length > 0) return undefined;
  const sentences = around.split(/[.!?;:](?=\s|$)|\n/);
  return sentences.some((one) => nameOf(name).test(one) && !DOUBT.test(one)) ? name : undefined;
}

/** What such a sentence says of a hash is not clear enough to sign with it. */
const DOUBT = /\b(?:not|no|never|without|instead|only|until|was|were)\b|n['’]t\b/i;

/** Its name with no other word joined to it, as in that of a header or an image, and not that of a digest of something else. */
function nameOf(hash: ComputationName): RegExp {
  const name = hash.replace("-", "[-_ ]?");
  const alone = `(?:(?<![\\w@-])|(?<=\\s-)|_)${name}(?!\\s+of\\b)`;
  return new RegExp(`(?:${alone}|(?<!aws4-)hmac[-_ ]?${name})(?!\\d|sum\\b|[:=-]["']?[\\w+/]{6})`, "i");
}

/** The hash that the vendor's own answer beside the URL asks for, where another one signs or has signed; else `null`. */
export function hashMissed(
  { scheme, pasted }: Pick<State, "scheme" | "pasted">,
  reading: Reading,
  hash: ComputationName,
): ComputationName | null {
  const asked = scheme.hashAskedFor?.(aroundUrl(pasted, reading));
  return asked && asked !== hash ? asked : null;
}
