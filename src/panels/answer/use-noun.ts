import { useSyncExternalStore } from "react";
import { useSession } from "../../session/use-session";
import { computation } from "../../signing/computations";

/** What one calls the outcome of this vendor's computation, such as HMAC. */
export function useNoun(): string {
  const { subscribe, snapshot } = useSession();
  const noun = () => {
    const { state, reading } = snapshot();
    return computation((reading.request.ok && reading.request.value.hash) || state.hash).noun;
  };
  return useSyncExternalStore(subscribe, noun, noun);
}
