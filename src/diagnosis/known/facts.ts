import { findScheme, schemes } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import type { Settings } from "../../signing/types";
import { damageFacts } from "./damage";
import { type Fact, type Family, inOrder, isOfUnshown, type SignedCase } from "./fact";
import { formFacts } from "./form";
import { placeFacts } from "./place";
import { severalFacts } from "./several";
import { wayFacts } from "./way";

/** In the order in which they are told, of each grade. */
const OWN: readonly Family[] = [formFacts, placeFacts, damageFacts];

/** What the URL says of itself, whatever stands around it. */
export function ownFacts(signed: SignedCase): readonly Fact[] {
  const undone = new Set<string>();
  return OWN.flatMap((family) => family(signed)).filter(({ rewrite }) => {
    if (!rewrite) return true;
    // Where two of them have the same undo, they are the same event.
    const isNew = !undone.has(rewrite.text);
    undone.add(rewrite.text);
    return isNew;
  });
}

/** Everything that the text of a signed URL says by itself, without any key; nothing where it carries no signature. */
export function readFacts(schemeId: string, pasted: string, settings: Settings): readonly Fact[] {
  const scheme = findScheme(schemeId);
  if (!scheme) return [];
  const reading = readPaste(scheme, pasted, settings);
  if (!reading.request.ok || !reading.request.value.found) return [];
  const request = reading.request.value;
  const { found } = reading.request.value;
  const signed: SignedCase = { scheme, pasted, reading, request, found, isAsSent: false };
  const said = ownFacts(signed);
  // What is sent for the signs that hide the digits, nobody asks.
  const way = wayFacts(signed).filter(({ kind }) => kind !== "changed-by-clients" || !said.some(isOfUnshown));
  const own = [...said, ...way];
  // By the rule of one vendor nothing is settled of a link to another.
  const isForeign =
    !scheme.recognises(reading.text) && schemes.some((other) => other.recognises(reading.text));
  const facts = isForeign ? own.map(({ impossible: _, ...fact }) => fact) : own;
  return inOrder([...facts, ...severalFacts(scheme, pasted)]);
}
