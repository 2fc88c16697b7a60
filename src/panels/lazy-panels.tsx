import { type ComponentType, use, useDeferredValue, useSyncExternalStore } from "react";
import { fetchWhenOnline } from "../session/late";

const search = () =>
  fetchWhenOnline(() => Promise.all([import("../diagnosis/worker/client"), import("../diagnosis/compare")]));

/**
 * A panel in a file of its own. Once that is fetched it renders at once: React holds back for 300 ms whatever has suspended,
 * if only for an instant, as `lazy` always does.
 */
function panel<P extends object>(fetchPanel: () => Promise<ComponentType<P>>) {
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

/** What the first screen does without: fetched when the page has come to rest, so that using it asks the network nothing. */
const [DiagnosisPanel, diagnosis] = panel(
  async () => (await import("./answer/diagnosis-panel")).DiagnosisPanel,
);
const [SnippetsPanel, snippets] = panel(async () => (await import("./code/snippets-panel")).SnippetsPanel);
const [OptionsPanel, options] = panel(async () => (await import("./input/options-table")).OptionsPanel);
const [BytesView, bytes] = panel(async () => (await import("./steps/bytes-view")).BytesView);
const [ShareDialog, share] = panel(async () => (await import("./share/share-dialog")).ShareDialog);

export { BytesView, DiagnosisPanel, OptionsPanel, ShareDialog, SnippetsPanel };

let rested = false;
const listeners = new Set<() => void>();

/** Fetches every panel and the session's `late` code once the browser is idle, then lets them show. */
export function loadWhenIdle(late: () => Promise<void>): void {
  whenIdle(() => Promise.all([late(), options(), snippets(), diagnosis(), bytes(), share(), search()]));
}

/** The same for the embed, which shows fewer. */
export function loadEmbedWhenIdle(late: () => Promise<void>): void {
  whenIdle(() => Promise.all([late(), diagnosis(), bytes(), search()]));
}

function whenIdle(fetchPanels: () => Promise<unknown>): void {
  const load = async () => {
    await fetchPanels();
    rested = true;
    for (const listener of listeners) listener();
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 1500 });
  else setTimeout(load, 200);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True once the panels are there; false in the prerendered page and on its first rendering. They are rendered piecemeal. */
export function usePanels(): boolean {
  const there = useSyncExternalStore(
    subscribe,
    () => rested,
    () => false,
  );
  return useDeferredValue(there);
}
