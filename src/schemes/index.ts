import { libpixel } from "./libpixel";
import type { Scheme, VendorError } from "./scheme";
import { urlbox } from "./urlbox";

/** Every scheme the playground knows, in the order shown; the first is the default. The only list of them. */
export const schemes: readonly [Scheme, ...Scheme[]] = [libpixel, urlbox];

/** The scheme with this id, or `undefined`: ids come from links, which anyone can write. */
export function findScheme(id: string): Scheme | undefined {
  return schemes.find((scheme) => scheme.id === id);
}

/** The vendor's error message around a URL, whichever scheme is chosen; `undefined` when there is none. */
export function findVendorError(around: string): VendorError | undefined {
  const text = around.slice(0, 20_000).toLowerCase();
  return schemes
    .flatMap((scheme) => scheme.vendorErrors)
    .find(({ says }) => text.includes(says.toLowerCase()));
}
