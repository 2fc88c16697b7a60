import type { Session } from "../session";
import type { Snapshot } from "../snapshot";
import { initialState } from "../state";
import { MANY_ADDRESS, openAddress } from "./address";
import { type KeptCase, keepCase, readKept } from "./kept-case";
import { readLink } from "./link";

/** Browsers refuse entries that are rewritten too often: this many at once, then one for each pause, in milliseconds. */
const MOST_AT_ONCE = 20;
const PAUSE = 300;

/** The page's entry of the history, rewritten as often as browsers take it. */
class Entry {
  readonly #session: Session;
  #next: KeptCase | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = MOST_AT_ONCE;
  #last = performance.now();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Writes what is kept of the case now. Where the URL holds the secret, that is nothing, and what was kept of it must go at once. */
  rewrite(kept: KeptCase | null): void {
    this.#next = kept;
    if (kept === null) this.#write();
    else this.#timer ??= setTimeout(() => this.#write(), this.#left < 1 ? PAUSE : 0);
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.#timer !== undefined) this.#write();
  }

  /** Leaves what is still to be written: another entry is on show. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #write(): void {
    this.leave();
    const now = performance.now();
    this.#left = Math.min(MOST_AT_ONCE, this.#left + (now - this.#last) / PAUSE) - 1;
    this.#last = now;
    history.replaceState(this.#next, "", ownAddress(this.#session.snapshot()));
  }
}

/**
 * Keeps the case in the page's entry of the history, so that a reload, Back and Forward bring it back; an example and
 * an offered URL that was used are entries of their own, which Undo leaves. Once the case differs from the one in the address, it is taken out of the address.
 */
export function keepHistory(session: Session): void {
  const entry = new Entry(session);
  let kept = caseText(keepCase(session.snapshot()));
  let { opened, state: last } = session.snapshot();
  // How many cases were opened one over another, which Undo may leave, and whether the browser was asked to leave the last.
  let above = 0;
  let isLeaving = false;
  // An entry that is put on show has its case, in its state or in its address: a link stays there.
  let isFollowing = false;
  session.subscribe(() => {
    if (isLeaving || isFollowing) return;
    const snapshot = session.snapshot();
    const { isMany } = last;
    last = snapshot.state;
    const now = keepCase(snapshot);
    const text = caseText(now);
    if (text === kept && snapshot.opened === opened) return;
    kept = text;
    if (snapshot.opened === opened) return entry.rewrite(now);
    const isUndone = snapshot.opened < opened;
    opened = snapshot.opened;
    if (isUndone && above === 0) return entry.rewrite(now);
    entry.flush();
    if (isUndone) {
      above--;
      isLeaving = true;
      return history.back();
    }
    above = last.isMany === isMany ? above + 1 : 0;
    history.pushState(now, "", ownAddress(snapshot));
  });
  addEventListener("pagehide", () => entry.flush());
  followHistory(() => {
    entry.leave();
    const isLeft = isLeaving;
    isLeaving = false;
    if (!isLeft) {
      above = 0;
      isFollowing = true;
      showEntry(session);
      isFollowing = false;
    }
    const now = keepCase(session.snapshot());
    kept = caseText(now);
    ({ opened, state: last } = session.snapshot());
    if (isLeft) entry.rewrite(now);
  });
}

/** What makes it another case: whether a secret was entered for it does not, and its link stays in the address. */
const caseText = (kept: KeptCase | null): string => JSON.stringify(kept && { ...kept, linked: undefined });

/** Calls `follow` once for each entry that the browser puts on show. */
function followHistory(follow: () => void): void {
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

/** Shows what the page's entry of the history holds, or else what its address asks for. */
function showEntry(session: Session): void {
  const { state, demo, brings } = openEntry();
  if (demo !== null) session.comeBack(state, demo, state.arrival.length > 0);
  else if (brings) session.openLinked(state);
  else if (state.arrival.length > 0) session.show({ arrival: state.arrival });
  else if (state.language !== "") session.show({ language: state.language });
  else if (location.hash === "") session.comeBack(initialState(), true);
  else if (state.isMany) session.show({ isMany: true });
}

/** The page's address without a case in its fragment. Any other fragment stays. */
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
