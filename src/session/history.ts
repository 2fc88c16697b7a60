import { findScheme } from "../schemes";
import { findExample } from "../schemes/known-examples";
import { HASH_NAMES } from "../signing/computations";
import type { Settings } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { MANY_ADDRESS, openAddress } from "./address";
import { settingsFrom } from "./fields";
import { namesSecret } from "./holds-secret";
import { readLink } from "./link";
import type { Session } from "./session";
import type { Snapshot } from "./snapshot";
import { changeState, initialState, type State } from "./state";
import { isWaiting } from "./waiting";

/** A case as an entry of the browser's history holds it. No secret is part of it, and no text that may hold one. */
export interface KeptCase {
  readonly countersign: 1;
  readonly scheme: string;
  readonly pasted: string;
  /** Absent in the entries of an older page. */
  readonly settings?: Settings;
  readonly hash: string;
  readonly example: string;
  readonly view: string;
  readonly language: string;
  /** True where the example's published secret stood in the field. */
  readonly demo: boolean;
  /** Only where the case was opened by a request. */
  readonly asks?: true;
}

/** Browsers write an entry to disk, and some give up at half a megabyte. */
const LONGEST = 100_000;
/** What may be a secret beside a URL: `API_SECRET=…`, `token: …`. */
const MAY_BE_SECRET = /secret|token|passw|key|auth|bearer/i;

/** What may be kept of a case; `null` where it is still to be read, it holds a secret, or is too long. Around a URL only plain words are kept. */
export function keepCase({
  state,
  reading,
  secret,
  holdsSecret,
  pasteHoldsSecret,
}: Snapshot): KeptCase | null {
  const { scheme, settings, hash, exampleId, view, language, asks } = state;
  const { place } = reading;
  const around = place ? state.pasted.slice(0, place.start) + state.pasted.slice(place.end) : state.pasted;
  const isPlain = !pasteHoldsSecret && (reading.text.origin === "" || !MAY_BE_SECRET.test(around));
  const pasted = isPlain ? state.pasted : joinUrl(reading.text);
  const isNoUrl = reading.text.origin === "" && !reading.request.ok;
  if (isWaiting(reading) || holdsSecret || pasted.length > LONGEST) return null;
  if (isNoUrl && namesSecret(pasted)) return null;
  return {
    countersign: 1,
    scheme: scheme.id,
    pasted,
    settings,
    hash,
    example: exampleId,
    view,
    language,
    demo: secret.demo && !secret.demoChosen,
    ...(asks && { asks }),
  };
}

/** The state that an entry of the history holds; `null` for what is none of ours, for anyone can write there. */
export function readKept(kept: unknown): { readonly state: State; readonly demo: boolean } | null {
  if (!isKept(kept)) return null;
  const scheme = findScheme(kept.scheme);
  if (!scheme) return null;
  const first = initialState();
  const example = findExample(kept.example)?.[1];
  const state = changeState(first, {
    scheme,
    pasted: kept.pasted,
    settings: keptSettings(kept),
    hash: HASH_NAMES.find((name) => name === kept.hash) ?? scheme.hashes[0],
    exampleId: example?.id ?? "",
    demoSecret: example?.secret ?? "",
    asks: kept.asks === true,
    arrival: [],
    view: kept.view === "bytes" ? "bytes" : "text",
    language: kept.language,
  });
  return { state, demo: kept.demo && example !== undefined };
}

function isKept(kept: unknown): kept is KeptCase {
  if (typeof kept !== "object" || kept === null || !("countersign" in kept)) return false;
  const texts = ["scheme", "pasted", "hash", "example", "view", "language"];
  const fields = new Map<string, unknown>(Object.entries(kept));
  return (
    texts.every((name) => typeof fields.get(name) === "string") && typeof fields.get("demo") === "boolean"
  );
}

/** What stood in the fields: beside the rest in the entries of an older page. */
function keptSettings(kept: KeptCase): Settings {
  const texts = new Map<string, unknown>(Object.entries(kept.settings ?? kept));
  return settingsFrom(({ name }) => {
    const text = texts.get(name);
    return typeof text === "string" ? text : undefined;
  });
}

/** Browsers refuse entries that are rewritten too often: this many at once, then one for each pause, in milliseconds. */
const MOST_AT_ONCE = 20;
const PAUSE = 300;

/**
 * Keeps the case in the page's entry of the history, for a reload, Back and Forward to bring it back; an example is an entry of
 * its own. An address that says another case than the page says nothing any more.
 */
export function keepHistory(session: Session): void {
  let kept = JSON.stringify(keepCase(session.snapshot()));
  let { opened } = session.snapshot();
  let next: KeptCase | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = MOST_AT_ONCE;
  let last = performance.now();
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const now = performance.now();
    left = Math.min(MOST_AT_ONCE, left + (now - last) / PAUSE) - 1;
    last = now;
    history.replaceState(next, "", ownAddress(session.snapshot()));
  };
  session.subscribe(() => {
    const snapshot = session.snapshot();
    const now = keepCase(snapshot);
    const text = JSON.stringify(now);
    if (text === kept && snapshot.opened === opened) return;
    kept = text;
    if (snapshot.opened !== opened) {
      opened = snapshot.opened;
      if (timer !== undefined) write();
      history.pushState(now, "", ownAddress(snapshot));
      return;
    }
    next = now;
    // Where the URL holds the secret, what is kept of it must go at once.
    if (now === null) write();
    else timer ??= setTimeout(write, left < 1 ? PAUSE : 0);
  });
  addEventListener("pagehide", () => timer !== undefined && write());
  const follow = () => {
    clearTimeout(timer);
    timer = undefined;
    const { state, demo, brings } = openEntry();
    if (demo !== null) session.comeBack(state, demo);
    else if (brings) session.openFromOutside(state);
    else if (state.arrival.length > 0) session.show({ arrival: state.arrival });
    else if (state.language !== "") session.show({ language: state.language });
    else if (location.hash === "") session.comeBack(initialState(), true);
    else if (state.isMany) session.show({ isMany: true });
    kept = JSON.stringify(keepCase(session.snapshot()));
  };
  let handled = location.href;
  addEventListener("popstate", () => {
    handled = location.href;
    follow();
  });
  addEventListener("hashchange", () => {
    if (location.href !== handled) follow();
    handled = "";
  });
}

/** The page's address without a case in its fragment; a fragment that says something else is not ours to take away. */
function ownAddress({ state }: Snapshot): string {
  const { linked } = readLink(location.hash.slice(1));
  const isCase = Object.keys(linked).length > 0 || location.hash === MANY_ADDRESS;
  const hash = state.isMany ? MANY_ADDRESS : isCase ? "" : location.hash;
  return location.pathname + location.search + hash;
}

interface OpenedEntry extends ReturnType<typeof openAddress> {
  /** `null` where the entry holds no case. */
  readonly demo: boolean | null;
}

/** The case of the page's entry in the history, or else that of its address. */
export function openEntry(): OpenedEntry {
  const address = openAddress();
  const kept = readKept(history.state);
  const { isMany } = address.state;
  return kept
    ? { state: { ...kept.state, isMany }, demo: kept.demo, linked: true, brings: true }
    : { ...address, demo: null };
}
