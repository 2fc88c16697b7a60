import type { Mistake } from "../mistakes/mistake";
import { pathAndQueryMistakes } from "../mistakes/scope/path-and-query";
import { clients as libpixelClients } from "./libpixel/clients";
import type { Client, Scheme } from "./scheme";
import { clients as urlboxClients } from "./urlbox/clients";
import { mistakes as urlboxMistakes } from "./urlbox/mistakes";

/** What the search knows of a scheme beside its rule. */
interface ForSearch {
  /** Mistakes that only this scheme invites. */
  readonly mistakes: readonly Mistake[];
  /** Known clients that sign otherwise than the vendor's rule says. */
  readonly clients: readonly Client[];
}

/** By the id of the scheme. Apart from the schemes themselves, for the first screen of the page does without. */
const OWN: Readonly<Record<string, ForSearch>> = {
  libpixel: { mistakes: pathAndQueryMistakes, clients: libpixelClients },
  urlbox: { mistakes: urlboxMistakes, clients: urlboxClients },
};

/** What the search knows of a scheme; nothing of one that invites no mistake of its own. */
export function forSearch({ id }: Scheme): ForSearch {
  return OWN[id] ?? { mistakes: [], clients: [] };
}
