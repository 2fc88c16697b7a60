import type { BeforeAfter } from "../types";
import { cutUrl, joinUrl, rooted } from "../url-text";
import { listed } from "../wording/listed";
import { CLIENTS } from "./clients";
import type { HttpClient, Sent } from "./http-client";
import { decoding, escaping, resolved, strayPercents, upperCased } from "./steps";
import { changesOf } from "./who-sends";

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
    return { client, sent, changes: sent.sends === "changed" ? changesOf(target, sent.target) : [] };
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

const MOST_NAMED = 3;

/** Named first where they send the URL as it stands, because most people use one of them. */
const FAMILIAR = ["browsers", "curl", "Go"];

/** Who changes the URL, who refuses it and who sends it as it was signed, in one sentence. */
export function toldFetchings(fetchings: readonly Fetching[]): string {
  const names = (sends: Fetching["sent"]["sends"]) =>
    fetchings.flatMap(({ client, sent }) => (sent.sends === sends ? [client.name] : []));
  const same = names("same");
  if (same.length === fetchings.length) return `Sent as signed by all ${same.length} known clients.`;
  const familiar = [...FAMILIAR.filter((name) => same.includes(name)), ...same];
  const parts = [
    ["Changed by", names("changed")],
    ["refused by", names("refused")],
    ["sent as signed by", [...new Set(familiar)]],
  ] as const;
  const told = parts.flatMap(([does, who]) => (who.length > 0 ? [`${does} ${few(who)}`] : []));
  const line = told.join("; ");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** The first of them by name, and how many more. */
export function few(names: readonly string[]): string {
  if (names.length <= MOST_NAMED + 1) return listed(names);
  return listed([...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} others`]);
}
