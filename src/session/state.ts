import { findScheme, schemes } from "../schemes";
import { findExample } from "../schemes/known-examples";
import type { Example, Scheme } from "../schemes/scheme";
import type { ComputationName } from "../signing/computations";
import type { Reading } from "../signing/sign";
import type { Note, Settings } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { exampleSettings, FIELDS, initialSettings, settingsFrom } from "./fields";
import { namesSecret } from "./holds-secret";
import type { LinkedCase, ReadLink } from "./link";
import { isWaiting } from "./waiting";

/** Everything the controls hold but the secret, which lives in secret.ts alone. */
export interface State {
  readonly scheme: Scheme;
  /** The URL field's text, only ever changed by its user. */
  readonly pasted: string;
  readonly settings: Settings;
  /** The user's choice; a token's length may decide otherwise. */
  readonly hash: ComputationName;
  /** The text for which the hash was chosen by hand, so that the choice shows until the next paste. */
  readonly hashChosenFor: string | null;
  /** The published secret of the example on show; empty when the case is the user's own. */
  readonly demoSecret: string;
  /** The example that the case began as; empty when it is the user's own. */
  readonly exampleId: string;
  readonly view: "text" | "bytes";
  /** The id of the code's language; empty until one is chosen. */
  readonly language: string;
  readonly form: "function" | "script" | "test";
  /** True where the case was opened by a request: one field, for the secret, and an answer to take back. */
  readonly asks: boolean;
  /** True where the view of many URLs is on show. */
  readonly isMany: boolean;
  /** What the address brought, said until the URL changes. */
  readonly arrival: readonly Note[];
  /** Counts changes of what is signed: results are keyed by it, so that none outlives its inputs. */
  readonly revision: number;
}

export type StateChange = Partial<Omit<State, "revision" | "hashChosenFor">>;

/** The first example of the first scheme: the page is never blank. */
export function initialState(): State {
  const [scheme] = schemes;
  const blank: State = {
    scheme,
    pasted: "",
    settings: initialSettings(),
    hash: scheme.hashes[0],
    hashChosenFor: null,
    demoSecret: "",
    exampleId: "",
    view: "text",
    language: "",
    form: "function",
    asks: false,
    isMany: false,
    arrival: [],
    revision: 0,
  };
  return { ...blank, ...openExample(scheme, scheme.examples[0]) };
}

/** The state that a link asks for; what it leaves out is as on a first visit, but for the demo secret. */
export function linkedState({ linked, secrets }: ReadLink): State {
  const first = initialState();
  const arrival = secrets.length > 0 ? [secretInAddress(secrets)] : [];
  const example = findExample(linked.example);
  if (example) {
    const opened = { ...first, ...openExample(...example), arrival, ...view(linked) };
    return { ...opened, ...ownChanges(linked, opened) };
  }
  if (linked.url === undefined && linked.scheme === undefined) return { ...first, arrival, ...view(linked) };
  const scheme = findScheme(linked.scheme ?? "") ?? first.scheme;
  const hash = linked.hash && scheme.hashes.includes(linked.hash) ? linked.hash : scheme.hashes[0];
  const settings = settingsFrom(({ inLink }) => linked[inLink]);
  const note: Note = {
    kind: "linked",
    sentence: `This case came by a link, which never carries a secret. Your turn: enter the ${scheme.secretLabel}.`,
  };
  return {
    ...first,
    scheme,
    hash,
    settings,
    pasted: linked.url ?? "",
    demoSecret: "",
    exampleId: "",
    asks: linked.ask === "1" && linked.url !== undefined,
    arrival: [...arrival, note],
    ...view(linked),
  };
}

/** What a user changed in an example, which keeps its published secret. */
function ownChanges(
  { url, hash, ...linked }: LinkedCase,
  { pasted, scheme, ...opened }: State,
): Partial<State> {
  return {
    pasted: url ?? pasted,
    hash: hash && scheme.hashes.includes(hash) ? hash : opened.hash,
    settings: settingsFrom(({ name, inLink }) => linked[inLink] ?? opened.settings[name]),
  };
}

/**
 * What a link to this state holds: of a larger paste the URL alone, for anything may stand around it. `demo`: the secret in
 * use is the example's published one, which comes with its id.
 */
export function linkedCase(
  { scheme, pasted, hash, settings, exampleId, view: shown, language }: State,
  reading: Reading,
  demo: boolean,
): LinkedCase {
  return {
    scheme: scheme.id,
    url: sharedText(pasted, reading),
    ...(hash !== scheme.hashes[0] && { hash }),
    ...changedFields(settings),
    ...(shown === "bytes" && { view: shown }),
    ...(language && { lang: language }),
    ...(demo && exampleId && { example: exampleId }),
  };
}

/** Of a paste, what may be shared. */
function sharedText(pasted: string, reading: Reading): string {
  if (isWaiting(reading)) return "";
  if (reading.text.origin !== "") return joinUrl(reading.text);
  return reading.request.ok || !namesSecret(pasted) ? pasted : "";
}

/** The change that puts an example on show. Its secret is public and goes into the field by itself. */
export function openExample(scheme: Scheme, example: Example): StateChange {
  return {
    scheme,
    pasted: example.url,
    hash: example.hash ?? scheme.hashes[0],
    settings: exampleSettings(example),
    demoSecret: example.secret,
    exampleId: example.id,
    asks: false,
    arrival: [],
  };
}

/** The first example of another scheme, where the one on show was not touched: nobody chose its URL. */
export function openScheme({ exampleId, pasted }: State, demo: boolean, scheme: Scheme): StateChange {
  const untouched = demo && findExample(exampleId)?.[1].url === pasted;
  return untouched ? openExample(scheme, scheme.examples[0]) : { scheme };
}

export function changeState(state: State, change: StateChange): State {
  const next: { -readonly [Name in keyof State]: State[Name] } = {
    ...state,
    ...change,
    revision: state.revision,
  };
  // A case from a link that names no language is shown in the one that was chosen.
  next.language ||= state.language;
  if (change.hash && change.pasted === undefined) next.hashChosenFor = next.pasted;
  if ((change.pasted !== undefined || change.scheme !== undefined) && change.arrival === undefined)
    next.arrival = [];
  if (next.scheme !== state.scheme && change.exampleId === undefined) next.exampleId = "";
  if (!next.scheme.hashes.includes(next.hash)) next.hash = next.scheme.hashes[0];
  if (SIGNED.some((name) => next[name] !== state[name])) next.revision = state.revision + 1;
  return next;
}

/** What decides a signature beside the secret; another view of it is no other case. */
const SIGNED = ["scheme", "pasted", "settings", "hash"] as const;

/** What the fields hold beyond what is there at first, as links name it. */
function changedFields(settings: Settings): Readonly<Record<string, string>> {
  const changed = FIELDS.filter(({ name, initial }) => (settings[name] ?? initial) !== initial);
  return Object.fromEntries(changed.map(({ name, inLink }) => [inLink, settings[name] ?? ""]));
}

function view(linked: LinkedCase): Pick<State, "view" | "language"> {
  return { view: linked.view ?? "text", language: linked.lang ?? "" };
}

function secretInAddress(names: readonly string[]): Note {
  return {
    kind: "secret-in-address",
    risk: true,
    sentence: `The address held “${names.join("”, “")}”. It was removed unread, but whoever has that link has the secret too: replace it.`,
  };
}
