import { differences } from "../delivery";
import type { BeforeAfter } from "../types";
import { cutUrl, joinUrl, rooted } from "../url-text";
import { CLIENTS, type HttpClient, type Sent } from "./clients";
import { decoding, escaping, resolved, strayPercents, upperCased } from "./steps";

/** What becomes of a URL in one client's hands. */
export interface Fetching {
  readonly client: HttpClient;
  readonly sent: Sent;
  /** What is sent otherwise than it is written, before → after; empty unless `sent.sends` is `changed`. */
  readonly changes: readonly BeforeAfter[];
}

/** Each client of the table with what it sends for this URL: as it stands, changed, or not at all. */
export function whoCanFetch(url: string): Fetching[] {
  const target = joinUrl({ ...rooted(cutUrl(url)), origin: "", fragment: null });
  return CLIENTS.map((client) => {
    const sent = client.sent(url);
    return { client, sent, changes: sent.sends === "changed" ? differences(target, sent.target) : [] };
  });
}

/**
 * The URL in the form that every client of the table sends alike, to be signed anew: what only some leave raw is escaped, what
 * only some leave escaped is written out where that means the same, digits are upper-case, dots are resolved. One character
 * has no such form: `'` in the query, which browsers escape and aiohttp writes out; it is escaped.
 */
export function alike(url: string): string {
  const { origin, path, query, fragment } = rooted(cutUrl(url));
  const escaped = (text: string) => upperCased(escaping('"<>[\\]^`{|}')(strayPercents(text)));
  const plainPath = decoding(/[A-Za-z0-9._~!$&'()*,;=:@-]/)(escaped(path));
  const plainQuery = decoding(/[A-Za-z0-9._~!$()*,:@/?-]/)(escaped(query ?? ""));
  return joinUrl({
    origin,
    path: resolved(plainPath),
    query: query ? plainQuery.replaceAll("'", "%27") : null,
    fragment,
  });
}
