import { useDeferredValue, useSyncExternalStore } from "react";
import { fetchWhenOnline } from "../session/late";
import type { Session } from "../session/session";
import { nextTask } from "../ui/next-task";
import { secretRemarks } from "./input/late-remarks";
import { fetchPaintFirst } from "./input/url-area";
import { panel } from "./panel";

/** What a pasted secret carried. */
const secretPaste = () => fetchWhenOnline(() => import("./input/secret-paste"));
const exactCopies = async () => (await fetchWhenOnline(() => import("./exact-copy"))).copyExactly();
const undoOutside = (session: Session) => async () =>
  (await fetchWhenOnline(() => import("./input/undo-outside"))).undoOutside(session);
const search = () => fetchWhenOnline(() => import("../diagnosis/worker/client"));

const manyWorker = () => fetchWhenOnline(() => import("../many/worker/client"));

/** What the first screen does without: fetched when the page has come to rest, so that using it asks the network nothing. */
const [DiagnosisPanel, diagnosis] = panel(
  async () => (await import("./answer/diagnosis-panel")).DiagnosisPanel,
);
const [SnippetsPanel, snippets] = panel(async () => (await import("./code/snippets-panel")).SnippetsPanel);
const [QueryOptions, options] = panel(async () => (await import("./input/options-section")).QueryOptions);
const [ManyView, many] = panel(async () => (await import("./many/many-view")).ManyView);
const [BytesView, bytes] = panel(async () => (await import("./steps/bytes-view")).BytesView);
const [ShareDialog, share] = panel(async () => (await import("./share/share-dialog")).ShareDialog);
const [FilePicker, picker] = panel(async () => (await import("./many/file-picker")).FilePicker);
const [WayBack, wayBack] = panel(async () => (await import("./many/way-back")).WayBack);
const [KnownPanel, known] = panel(async () => (await import("./known/known-panel")).KnownPanel);
const [AskPanel, ask] = panel(async () => (await import("./known/ask-panel")).AskPanel);
const [ClientsPanel, clients] = panel(async () => (await import("./clients/clients-panel")).ClientsPanel);

const [PageNotes, fetchNotes] = panel(async () => (await import("./answer/page-notes")).PageNotes);
const [FramedLink, framedLink] = panel(async () => (await import("./steps/framed-link")).FramedLink);
const [HeldSecret, heldSecret] = panel(async () => (await import("./answer/beside-verdict")).HeldSecret);
const [OneOfSeveral, oneOfSeveral] = panel(
  async () => (await import("./answer/beside-verdict")).OneOfSeveral,
);
const [Switched, switched] = panel(async () => (await import("./answer/beside-verdict")).Switched);
const [VendorSays, vendorSays] = panel(async () => (await import("./answer/vendor-says")).VendorSays);
const [OtherHash, otherHash] = panel(async () => (await import("./input/other-hash")).OtherHash);
const [TypingBar, typingBar] = panel(async () => (await import("./answer/typing-bar")).TypingBar);
// A risk may not wait until the page has come to rest: fetched while React takes the page over.
if (typeof document !== "undefined") void fetchNotes();
const [SchemeFields, fields] = panel(async () => (await import("./input/scheme-fields")).SchemeFields);

export {
  AskPanel,
  BytesView,
  ClientsPanel,
  DiagnosisPanel,
  FilePicker,
  FramedLink,
  fetchNotes,
  HeldSecret,
  KnownPanel,
  ManyView,
  OneOfSeveral,
  OtherHash,
  PageNotes,
  QueryOptions,
  SchemeFields,
  ShareDialog,
  SnippetsPanel,
  Switched,
  TypingBar,
  VendorSays,
  WayBack,
};

let rested = false;
const listeners = new Set<() => void>();

/** Fetches every panel and what the page has beside them once the browser is idle, then lets them show. */
export function loadWhenIdle(session: Session, ...late: readonly (() => Promise<unknown>)[]): void {
  whenIdle([
    session.fetchLate,
    undoOutside(session),
    exactCopies,
    ...late,
    fetchPaintFirst,
    options,
    typingBar,
    secretPaste,
    secretRemarks,
    framedLink,
    fetchNotes,
    heldSecret,
    oneOfSeveral,
    switched,
    vendorSays,
    otherHash,
    fields,
    snippets,
    diagnosis,
    bytes,
    share,
    known,
    picker,
    wayBack,
    ask,
    clients,
    search,
    many,
    manyWorker,
  ]);
}

/** The same for the embed, which shows fewer. */
export function loadEmbedWhenIdle(session: Session, show: ReadonlySet<string>): void {
  whenIdle([
    session.fetchLate,
    undoOutside(session),
    exactCopies,
    fetchPaintFirst,
    fetchNotes,
    secretPaste,
    secretRemarks,
    heldSecret,
    oneOfSeveral,
    switched,
    vendorSays,
    otherHash,
    fields,
    diagnosis,
    bytes,
    known,
    clients,
    search,
    ...(show.has("code") ? [snippets] : []),
    ...(show.has("options") ? [options] : []),
  ]);
}

/** Each asks for its files in a task of its own, for the browser to draw and hear its user in between. */
function whenIdle(parts: readonly (() => Promise<unknown>)[]): void {
  const load = async () => {
    const coming: Promise<unknown>[] = [];
    for (const fetch of parts) {
      coming.push(fetch());
      await nextTask();
    }
    await Promise.all(coming);
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
