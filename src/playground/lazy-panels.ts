import { lazy, useSyncExternalStore } from "react";

const diagnosis = () => import("./diagnosis-panel");
const snippets = () => import("./snippets-panel");
const options = () => import("./options-panel");
const bytes = () => import("./bytes-view");
const share = () => import("./share-dialog");
const search = () => Promise.all([import("../diagnosis/client"), import("../diagnosis/compare")]);

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
  whenIdle(async () => {
    await Promise.all([options(), snippets(), diagnosis(), bytes(), share(), search()]);
    rested = true;
    for (const listener of listeners) listener();
  });
}

/** The same for the embed, which shows fewer. */
export function loadEmbedWhenIdle(): void {
  whenIdle(() => Promise.all([diagnosis(), bytes(), search()]));
}

function whenIdle(load: () => Promise<unknown>): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 1500 });
  else setTimeout(load, 200);
}

/** True once the panels are there; false in the prerendered page and on its first rendering. */
export function usePanels(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => rested,
    () => false,
  );
}
