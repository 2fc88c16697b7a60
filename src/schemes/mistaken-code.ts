import type { MistakenCode } from "./rule-in-code";
import type { Scheme } from "./scheme";
import { mistakenCode as urlbox } from "./urlbox/mistaken-code";

/** By the id of the scheme. Apart from the schemes themselves, because it comes with the diagnosis and not with the page. */
const OWN: Readonly<Record<string, MistakenCode>> = { urlbox };

/** How code makes the mistakes that only this scheme invites, by their ids; nothing of one that invites none. */
export function mistakenCodeOf({ id }: Scheme): MistakenCode {
  return OWN[id] ?? {};
}
