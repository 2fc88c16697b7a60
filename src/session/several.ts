import type { Scheme } from "../schemes/scheme";
import type { Reading } from "../signing/sign";
import { joinUrl } from "../signing/url-text";
import type { Late } from "./late";

/** How many URLs that may be checked a paste holds, each counted once, and which of them is on show, from 1. */
export interface Several {
  readonly urls: number;
  readonly shown: number;
}

export const ONE_URL: Several = { urls: 1, shown: 1 };

/** Counts the URLs of a paste beside the one that was read. */
export function countUrls(
  pasted: string,
  findUrls: Late["findUrls"],
  scheme: Scheme,
  { text }: Reading,
): Several {
  if (!/\S\s+\S|[<>"',;|]|[\da-z]https?:/i.test(pasted)) return ONE_URL;
  const urls = [...new Set(findUrls(pasted, scheme).map(({ url }) => url))];
  return urls.length < 2
    ? ONE_URL
    : { urls: urls.length, shown: Math.max(1, urls.indexOf(joinUrl(text)) + 1) };
}
