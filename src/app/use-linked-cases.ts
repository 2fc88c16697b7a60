import { useEffect } from "react";
import { openAddress } from "../session/address";
import { replaceSecret, secretFacts } from "../session/secret";
import type { Change, State } from "../session/state";

/**
 * Shows a case that came from outside. A demo secret never outlives its example. One that was typed stays only where nobody
 * else can look on: a page that frames the playground could ask with one URL after another whether a part of it signs.
 */
export function openCase(state: State, change: (change: Change) => void): void {
  change(state);
  const isWatched = window.parent !== window;
  if (state.demoSecret !== "" || secretFacts().demo || isWatched) replaceSecret(state.demoSecret !== "");
}

/** Follows the fragment: a document may link one case after another into the same tab. */
export function useLinkedCases(change: (change: Change) => void): void {
  useEffect(() => {
    const open = () => {
      const { state, brings } = openAddress();
      if (brings) openCase(state, change);
      else if (state.arrival.length > 0) change({ arrival: state.arrival });
      else if (state.language !== "") change({ language: state.language });
    };
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, [change]);
}
