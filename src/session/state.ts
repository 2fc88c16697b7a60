import { schemes } from "../schemes";
import { findExample } from "../schemes/known-examples";
import type { Example, Scheme } from "../schemes/scheme";
import type { ComputationName } from "../signing/computations";
import type { Note, Settings } from "../signing/types";
import { exampleSettings, initialSettings } from "./fields";

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

/** Chooses another scheme. Where the example on show was not changed, the other scheme's first example comes with it. */
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

/** What decides a signature beside the secret. A change of anything else is no other case. */
const SIGNED = ["scheme", "pasted", "settings", "hash"] as const;
