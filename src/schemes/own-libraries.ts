import { ownLibraries as libpixel } from "./libpixel/own-libraries";
import type { OwnLibraries, OwnLibrary } from "./own-library";
import type { Scheme } from "./scheme";
import { ownLibraries as urlbox } from "./urlbox/own-libraries";

/** By the id of the scheme. Apart from the schemes themselves, for it comes with the code and not with the page. */
const OWN: Readonly<Record<string, OwnLibraries>> = { libpixel, urlbox };

/** The vendor's own library for a language, by the language's id. */
export function ownLibraryOf({ id }: Scheme, language: string): OwnLibrary | undefined {
  return OWN[id]?.[language];
}
