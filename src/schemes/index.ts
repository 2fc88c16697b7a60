import { libpixel } from "./libpixel";
import type { Scheme } from "./scheme";
import { urlbox } from "./urlbox";

/** Every scheme the playground knows, in the order shown; the first is the default. The only list of them. */
export const schemes: readonly [Scheme, ...Scheme[]] = [libpixel, urlbox];

/** The scheme with this id, or `undefined`: ids come from links, which anyone can write. */
export function findScheme(id: string): Scheme | undefined {
  return schemes.find((scheme) => scheme.id === id);
}
