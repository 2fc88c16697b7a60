import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Known, knownQuery } from "./queries";
import type { Playground } from "./use-playground";

/** What is known of a signed URL while nobody has entered its secret; `null` where there is nothing to say yet, or a secret says more. */
export function useKnown(
  { state, request, problem, hasSecret, revisions }: Playground,
  isShown: boolean,
): Known | null {
  const { scheme, pasted, settings, hash } = state;
  const isWanted = isShown && Boolean(request?.found) && !problem && !hasSecret;
  const input = useMemo(
    () => ({ schemeId: scheme.id, pasted, settings, hash }),
    [scheme, pasted, settings, hash],
  );
  const { data } = useQuery({ ...knownQuery(input, revisions), enabled: isWanted });
  return isWanted ? (data ?? null) : null;
}
