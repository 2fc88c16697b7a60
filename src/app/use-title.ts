import { useEffect } from "react";
import type { Playground } from "../session/use-playground";

const MANY = "Check many URLs · Countersign";
const FIRST = "Countersign: see exactly what gets signed";

/** The tab's title says the verdict, for whoever has several open. */
export function useTitle({ busy, verdict, opened, state, secret }: Playground): void {
  // The title says nothing of the example that a first visit shows.
  const isFirst = opened === 0 && secret.demo && state.revision === 0;
  const title = state.isMany ? MANY : verdict === "unsigned" && isFirst ? FIRST : TITLES[verdict];
  useEffect(() => {
    if (!busy) document.title = title;
  }, [busy, title]);
}

const TITLES: Readonly<Record<Playground["verdict"], string>> = {
  empty: FIRST,
  problem: "! Nothing to sign yet · Countersign",
  unsigned: "→ Signed · Countersign",
  valid: "✓ Valid · Countersign",
  mismatch: "✕ Does not match · Countersign",
};
