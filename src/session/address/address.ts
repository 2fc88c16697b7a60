import { initialState, type State } from "../state";
import { bringsCase, readLink } from "./link";
import { linkedState } from "./linked-state";

/** The fragment of the view of many URLs. */
export const MANY_ADDRESS = "#many";

export interface OpenedAddress {
  readonly state: State;
  /** True when the address holds more than the page's own. */
  readonly linked: boolean;
  /** True when it brings a case, which replaces what is on show. */
  readonly brings: boolean;
}

/** The state that the address asks for. A secret in the address is taken out of it, and out of the history, at once. */
export function openAddress(): OpenedAddress {
  const fragment = location.hash.slice(1);
  const link = readLink(fragment);
  const search = withoutSecrets(location.search.slice(1));
  const secrets = [...link.secrets, ...search.secrets];
  if (secrets.length > 0) {
    const query = search.clean === "" ? "" : `?${search.clean}`;
    const hash = link.clean === "" ? "" : `#${link.clean}`;
    history.replaceState(history.state, "", location.pathname + query + hash);
  }
  if (fragment === "" && secrets.length === 0) return { state: initialState(), linked: false, brings: false };
  const state = linkedState({ ...link, secrets });
  const isMany = location.hash === MANY_ADDRESS;
  return { state: { ...state, isMany }, linked: true, brings: bringsCase(link.linked) };
}

/** A query in the page's own address is read for nothing but its secrets: a server has seen them already. */
function withoutSecrets(search: string): { readonly secrets: readonly string[]; readonly clean: string } {
  const { secrets, clean } = readLink(search);
  return { secrets, clean };
}
