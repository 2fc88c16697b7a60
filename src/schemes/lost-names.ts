import type { UrlText } from "../signing/types";
import { cutQuery } from "../signing/url-text";

/** The parameters that are none in the whole URL, where the address inside it is escaped: they belong to that address. */
export function lostNames(sent: UrlText, whole: UrlText): string[] {
  const kept = new Set(namesOf(whole));
  return namesOf(sent).filter((name) => !kept.has(name));
}

function namesOf({ query }: UrlText): string[] {
  return cutQuery(query ?? "").map(({ name }) => name);
}
