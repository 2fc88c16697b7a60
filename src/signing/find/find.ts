import type { Rule } from "../rule";
import type { Note } from "../types";
import { opaqueCarrier } from "./carriers";
import { findUrl } from "./find-url";
import type { Finding } from "./finding";

/** The URL in a paste, and whether it hides another. Pure, linear in the text's length. */
export function find(pasted: string, rule: Pick<Rule, "recognises">): Finding {
  const found = findUrl(pasted, rule);
  return { found, notes: opaqueNotes(found?.url ?? pasted.trim()), problem: null };
}

/** A link whose address only another service knows. */
function opaqueNotes(url: string): Note[] {
  const opaque = opaqueCarrier(url);
  if (opaque === null) return [];
  return [
    {
      kind: "opaque-carrier",
      sentence: `This is a link of ${opaque}, and only ${opaque} knows where it leads: nothing can be read from it. Open it, and paste the address that it leads to.`,
    },
  ];
}
