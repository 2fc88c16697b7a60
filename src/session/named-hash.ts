import type { ComputationName } from "../signing/computations";
import { aroundUrl, type Reading } from "../signing/sign";
import type { State } from "./state";

/** The hash that a vendor's words beside the URL ask for, where they name one of several. */
export function namedHash({ scheme, pasted }: State, reading: Reading): ComputationName | undefined {
  if (scheme.hashes.length < 2) return undefined;
  const around = aroundUrl(pasted, reading);
  const isNamed = (name: ComputationName) =>
    new RegExp(`${BEFORE}${name.replace("-", "[-_ ]?")}${BEHIND}`, "i").test(around);
  const named = scheme.hashes.filter(isNamed);
  return named.length === 1 ? named[0] : undefined;
}

/** No “not” in the same sentence, no other word joined to it, as in the name of a header or of an image, but for “HMAC”. */
const BEFORE =
  "(?<!(?:\\b(?:not|no|never|without|instead of)|n['’]t)\\b[^.!?\\n]{0,30})(?:(?<![\\w@-])|(?<=\\s-)|_|(?<!aws4-)hmac[-_ ]?)";
/** No further digit, no tool of that name, and no digest of something else, as “sha256:…” and “sha256-…” are. */
const BEHIND = "(?!\\d|sum\\b|[:=-][\"']?[\\w+/]{6})";

/** The hash that the vendor's own answer beside the URL asks for, where another one signs or has signed; else `null`. */
export function hashMissed(
  { scheme, pasted }: Pick<State, "scheme" | "pasted">,
  reading: Reading,
  hash: ComputationName,
): ComputationName | null {
  const asked = scheme.hashAskedFor?.(aroundUrl(pasted, reading));
  return asked && asked !== hash ? asked : null;
}
