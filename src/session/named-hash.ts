import type { ComputationName } from "../signing/computations";
import { aroundUrl, type Reading } from "../signing/sign";
import type { State } from "./state";

/** The hash that a vendor's words beside the URL ask for, where they name one of several. */
export function namedHash({ scheme, pasted }: State, reading: Reading): ComputationName | undefined {
  if (scheme.hashes.length < 2) return undefined;
  const around = aroundUrl(pasted, reading);
  const isNamed = (name: ComputationName) =>
    new RegExp(`(?:\\b|_|hmac)${name.replace("-", "[-_ ]?")}(?!\\d)`, "i").test(around);
  const named = scheme.hashes.filter(isNamed);
  return named.length === 1 ? named[0] : undefined;
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
