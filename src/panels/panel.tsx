import { type ComponentType, use } from "react";
import { fetchWhenOnline } from "../session/late";

/**
 * A panel in a file of its own. Once that is fetched it renders at once: React holds back for 300 ms whatever has suspended,
 * if only for an instant, as `lazy` always does.
 */
export function panel<P extends object>(fetchPanel: () => Promise<ComponentType<P>>) {
  let ready: ComponentType<P> | undefined;
  let fetching: Promise<ComponentType<P>> | undefined;
  const prefetch = () => {
    fetching ??= fetchWhenOnline(fetchPanel).then((fetched) => {
      ready = fetched;
      return fetched;
    });
    return fetching;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: each panel is made once, at the module's level.
  function Panel(props: P) {
    const Ready = ready ?? use(prefetch());
    return <Ready {...props} />;
  }
  return [Panel, prefetch] as const;
}
