import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import type { HashName, Settings } from "../signing/types";

/** Everything the controls hold but the secret, which lives in secret.ts alone. */
export interface State {
  readonly scheme: Scheme;
  /** The URL field's text, only ever changed by its user. */
  readonly pasted: string;
  readonly settings: Settings;
  /** The user's choice; a token's length may decide otherwise. */
  readonly hash: HashName;
  /** The text for which the hash was chosen by hand, so that the choice shows until the next paste. */
  readonly hashChosenFor: string | null;
  /** Counts changes: results are keyed by it, so that none outlives its inputs. */
  readonly revision: number;
}

export type Change = Partial<Omit<State, "revision" | "hashChosenFor">>;

/** The first example of the first scheme: the page is never blank. */
export function initialState(): State {
  const [scheme] = schemes;
  return {
    scheme,
    pasted: scheme.examples[0].url,
    settings: { apiKey: "", format: scheme.formats[0] ?? "png" },
    hash: scheme.hashes[0],
    hashChosenFor: null,
    revision: 0,
  };
}

export function changeState(state: State, change: Change): State {
  const next = { ...state, ...change, revision: state.revision + 1 };
  if (change.hash && change.pasted === undefined) next.hashChosenFor = next.pasted;
  if (!next.scheme.hashes.includes(next.hash)) next.hash = next.scheme.hashes[0];
  return next;
}
