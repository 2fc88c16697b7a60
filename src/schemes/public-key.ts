import { percentDecode } from "../mistakes/text/escapes";
import type { UrlText } from "../signing/types";
import type { Scheme } from "./scheme";
import { readPath } from "./urlbox/render-link";

type KeyOf = (url: UrlText) => string;

/** By the id of the scheme, for those whose URLs carry a key that is no secret. */
const KEYS: Readonly<Record<string, KeyOf>> = {
  urlbox: ({ path }) => (path.startsWith("/v1/") ? percentDecode(readPath(path).apiKey) : ""),
};

/** The key that stands in a URL for all to see, beside the secret; empty where there is none. */
export function publicKeyOf({ id }: Scheme, url: UrlText): string {
  return KEYS[id]?.(url) ?? "";
}
