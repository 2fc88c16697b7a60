import { CARRIERS, OPAQUE } from "./carrier-list";
import { isSigned, segmentOf } from "./signed";

/** The name of the service that hides where this URL leads; `null` for every other URL. */
export function opaqueCarrier(url: string): string | null {
  const address = withoutScheme(url);
  return OPAQUE.find(([, host]) => host.test(address))?.[0] ?? null;
}

/** A URL and the services that it was taken out of, the innermost first. */
export interface Opened {
  readonly url: string;
  readonly carriers: readonly string[];
}

/** Wrappers are rarely nested more deeply. */
const MOST_LAYERS = 8;

/**
 * The URL that listed services carry, opened one after the other, where what comes out is signed or the vendor's; else the URL
 * itself. Nothing is taken out of a URL of the vendor, or out of one that is itself signed: a signed `src` is a part of it.
 *
 * @param isVendors whether a URL is one of the vendor's own
 */
export function openCarriers(url: string, isVendors: (url: string) => boolean): Opened {
  const carriers: string[] = [];
  let inner = url;
  let best: Opened = { url, carriers: [] };
  for (let layer = 0; layer < MOST_LAYERS && !isVendors(inner); layer++) {
    const carrier = CARRIERS.find(({ host }) => host.test(withoutScheme(inner)));
    const next = carrier?.open(inner);
    if (!carrier || !next || next === inner || hasOwnSignature(inner, next)) break;
    carriers.unshift(carrier.name);
    inner = next;
    if (isSigned(inner) || isVendors(inner)) best = { url: inner, carriers: [...carriers] };
  }
  return best;
}

/** Whether the wrapper is signed by more than what it carries. */
function hasOwnSignature(outer: string, inner: string): boolean {
  if (!isSigned(outer)) return false;
  const signature = segmentOf(outer) ?? /[?&;]signature=([0-9A-Za-z]*)/.exec(outer)?.[1];
  return !isSigned(inner) || (signature !== undefined && !inner.includes(signature));
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:https?:)?\/\//i, "");
}
