import { useEffect } from "react";
import type { Playground } from "../session/use-playground";
import { place } from "../session/verdict";

const FIRST = "Countersign: see exactly what gets signed";

/** The tab's title says the verdict, for whoever has several open. The view of many URLs says its own. */
export function useTitle(playground: Playground): void {
  const { busy, verdict, opened, state, secret, hash, missed } = playground;
  // The title says nothing of the example that a first visit shows.
  const isFirst = opened === 0 && secret.demo && state.revision === 0;
  const title =
    verdict === "empty" || (verdict === "unsigned" && isFirst)
      ? FIRST
      : place(playground) + titleOf(verdict, missed && hash);
  const isSaid = !busy && !state.isMany;
  useEffect(() => {
    if (isSaid) document.title = title;
  }, [isSaid, title]);
}

/** `by`: the hash that signs where the vendor's answer asks for another. */
function titleOf(verdict: keyof typeof TITLES, by: Playground["hash"] | null): string {
  return verdict === "valid" && by ? `! Signed with ${by} · Countersign` : TITLES[verdict];
}

const TITLES: Readonly<Record<Exclude<Playground["verdict"], "empty">, string>> = {
  problem: "! Nothing to sign yet · Countersign",
  unsigned: "→ Signed · Countersign",
  valid: "✓ Valid · Countersign",
  mismatch: "✕ Does not match · Countersign",
};
