import type { Reading } from "../signing/sign";
import { typedTexts } from "./fields";
import { namedHash } from "./notes/named-hash";
import { otherVendor, switchedNote } from "./notes/other-vendor";
import type { State, StateChange } from "./state";

/** What a paste asks for besides its URL. */
interface Asked {
  readonly change: StateChange;
  /** What is said of it beside the Undo. */
  readonly switched: string;
}

/** The vendor to whom the pasted link leads, by its host or its form, where another is chosen. */
export function vendorAsked({ scheme, settings }: State, { text, takesSettings }: Reading): Asked | null {
  // Whoever has entered an API key wants a link that is built from the page.
  const buildsLinks = takesSettings && typedTexts(settings).some((typed) => typed !== "");
  const other = otherVendor(scheme, text, !buildsLinks);
  return other
    ? {
        change: { scheme: other, arrival: [switchedNote(other, text)] },
        switched: `Switched to ${other.label}.`,
      }
    : null;
}

/** The hash that the vendor's words beside the URL ask for, where another is chosen. */
export function hashAsked(state: State, reading: Reading): Asked | null {
  const { request } = reading;
  // Where a token's length decides, the choice would change nothing but what is said of it.
  if (request.ok && request.value.hash) return null;
  const hash = namedHash(state, reading);
  return hash && hash !== state.hash
    ? { change: { hash }, switched: `Switched to ${hash}, because of what you pasted.` }
    : null;
}
