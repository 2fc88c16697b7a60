import type { Rule } from "../rule";
import { opaqueCarrier } from "./carriers";
import { findUrl } from "./find-url";
import type { Finding } from "./finding";

/** The URL in a paste, and whether it hides another. Pure, linear in the text's length. */
export function find(pasted: string, rule: Pick<Rule, "recognises">): Finding {
  const found = findUrl(pasted, rule);
  return { found, opaque: opaqueCarrier(found?.url ?? pasted.trim()) };
}
