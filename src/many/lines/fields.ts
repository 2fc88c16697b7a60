import { MAY_HOLD_HTTP } from "../../signing/find/base64";
import { type Asker, NOBODY, readTime } from "./log-line";

/** What a line's fields say, whatever form the line has. */
export interface Fields {
  /** URLs, and paths with their query. */
  readonly targets: readonly string[];
  /** Texts that hold URLs among other things. */
  readonly texts: readonly string[];
  readonly asker: Asker;
}

const PATH = /^(?:.*[_\W])?(?:uri(?:-stem)?|url|path|request|target)$|RequestURI$|requestUrl$|RequestPath$/i;
const QUERY = /quer(?:y|ystring|y_string)$|^args$/i;
const REFERRER = /refer/i;
const AGENT = /user[-_ ]?agent|^agent$/i;
const ADDRESS = /^(?:c-ip|client_?ip|remote_?(?:addr|ip|host)?|ip|client|clientaddress|x_forwarded_for)$/i;
const TIME = /^(?:@?timestamp|time|date|datetime|ts|edgestarttimestamp|time_iso8601|starteddatetime)$/i;
const HOLDS_URL = /https?:|signature=|[0-9a-f]{40}/i;

/** Reads fields by their names: logs of CloudFront, Cloudflare, Google and whoever writes JSON. */
export function readFields(entries: Iterable<readonly [name: string, value: string | number]>): Fields {
  let path = "";
  let query = "";
  let asker = NOBODY;
  const targets: string[] = [];
  const texts: string[] = [];
  for (const [name, value] of entries) {
    const text = String(value);
    if (TIME.test(name) && Number.isNaN(asker.time)) asker = { ...asker, ...readTime(value) };
    if (typeof value !== "string" || text === "-") continue;
    if (AGENT.test(name)) asker = { ...asker, agent: text };
    else if (ADDRESS.test(name)) asker = { ...asker, address: text };
    else if (REFERRER.test(name)) continue;
    else if (QUERY.test(name) && text.includes("=")) query = text.replace(/^\?/, "");
    else if (text.startsWith("/") && PATH.test(name)) path = longer(path, text);
    else if (/^https?:\/\/\S+$/i.test(text)) targets.push(text);
    else if (HOLDS_URL.test(text) || MAY_HOLD_HTTP.test(text) || text.includes(" HTTP/")) texts.push(text);
  }
  if (path !== "") targets.unshift(query && !path.includes("?") ? `${path}?${query}` : path);
  return { targets, texts, asker };
}

/** Logs may name a path alone and with its query: the longer one is the request. */
function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

/** The fields of a JSON value, those inside others, too. */
export function* fieldsOf(
  value: unknown,
  name = "",
  depth = 0,
): Generator<readonly [string, string | number]> {
  if (typeof value === "string" || typeof value === "number") yield [name, value];
  else if (Array.isArray(value)) for (const item of value) yield* fieldsOf(item, name, depth + 1);
  else if (typeof value === "object" && value !== null && depth < DEEPEST) {
    const header = headerName(value);
    for (const [key, item] of Object.entries(value))
      yield* fieldsOf(item, key === "value" ? (header ?? key) : key, depth + 1);
  }
}

/** What a header of a list is called, as archives of developer tools and logs of firewalls have it: `{"name": …, "value": …}`. */
function headerName(value: object): string | null {
  if (!("name" in value && "value" in value)) return null;
  return typeof value.name === "string" && /^:?[a-z][a-z-]*$/i.test(value.name) ? value.name : null;
}

const DEEPEST = 12;

/** What a line holds as JSON; `undefined` where it is none. */
export function parseLine(line: string): unknown {
  const text = line.trim().replace(/,$/, "");
  if (!/^[{[]/.test(text) || !/[}\]]$/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
