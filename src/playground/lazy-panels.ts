import { lazy, useSyncExternalStore } from "react";

const diagnosis = () => retry(() => import("./diagnosis-panel"));
const snippets = () => retry(() => import("./snippets-panel"));
const options = () => retry(() => import("./options-panel"));
const bytes = () => retry(() => import("./bytes-view"));
const share = () => retry(() => import("./share-dialog"));
const search = () =>
  retry(() => Promise.all([import("../diagnosis/client"), import("../diagnosis/compare")]));

const RETRY_MILLISECONDS = 2000;

/** Waits for the network to come back, rather than fail for good, when it goes while a panel is fetched. */
async function retry<T>(fetchPanel: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchPanel();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

/** What the first screen does without: fetched when the page has come to rest, so that using it asks the network nothing. */
export const DiagnosisPanel = lazy(async () => ({ default: (await diagnosis()).DiagnosisPanel }));
export const SnippetsPanel = lazy(async () => ({ default: (await snippets()).SnippetsPanel }));
export const OptionsPanel = lazy(async () => ({ default: (await options()).OptionsPanel }));
export const BytesView = lazy(async () => ({ default: (await bytes()).BytesView }));
export const ShareDialog = lazy(async () => ({ default: (await share()).ShareDialog }));

let rested = false;
const listeners = new Set<() => void>();

/** Fetches every panel once the browser is idle, then lets them show. */
export function loadWhenIdle(): void {
  whenIdle(() => Promise.all([options(), snippets(), diagnosis(), bytes(), share(), search()]));
}

/** The same for the embed, which shows fewer. */
export function loadEmbedWhenIdle(): void {
  whenIdle(() => Promise.all([diagnosis(), bytes(), search()]));
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

/** True once the panels are there; false in the prerendered page and on its first rendering. */
export function usePanels(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => rested,
    () => false,
  );
}
