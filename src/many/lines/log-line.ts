/** The target of the request in a line of an access log, as nginx, Apache and most others write it; `null` in another line. */
export function requestTarget(line: string): string | null {
  const end = line.indexOf(" HTTP/");
  if (end < 0) return line.includes('path="/') ? routerTarget(line) : null;
  const start = line.lastIndexOf(" ", end - 1) + 1;
  if (start === 0 || start >= end || !METHOD_END.test(line.slice(Math.max(0, start - 9), start))) return null;
  const target = line.slice(start, end);
  return target.includes("\\x") ? target.replace(BYTES, fromBytes) : target;
}

const METHOD_END = /(?:^|[^A-Za-z])[A-Z]{3,7} $/;

/** Heroku's router, and logs in logfmt. */
function routerTarget(line: string): string | null {
  return /\bpath="(\/[^"]*)"/.exec(line)?.[1] ?? null;
}

/** nginx and Apache write each byte beyond ASCII, and quotes, as `\xC3`. */
const BYTES = /(?:\\x[0-9A-F]{2})+/gi;

function fromBytes(run: string): string {
  const bytes = run.match(/[0-9A-F]{2}/gi)?.map((digits) => Number.parseInt(digits, 16)) ?? [];
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** Who asked and when, as far as a line tells; empty and `NaN` where it does not. */
export interface Asker {
  readonly address: string;
  readonly agent: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** True where the line names no zone: the time is that of the place where it was written. */
  readonly isLocal?: boolean;
}

/** A time as a line writes it. */
type Moment = Required<Pick<Asker, "time" | "isLocal">>;

export const NOBODY: Asker = { address: "", agent: "", time: Number.NaN };

/** The client's address, its agent and the time of a line in the common or combined form. */
export function readAsker(line: string): Asker {
  return { address: addressOf(line), agent: agentOf(line), ...timeOf(line) };
}

function addressOf(line: string): string {
  const end = line.indexOf(" ");
  const first = end > 6 && end < 46 ? line.slice(0, end) : "";
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i.test(first)
    ? first
    : line.includes('fwd="')
      ? (/fwd="([^",]+)/.exec(line)?.[1] ?? "")
      : "";
}

/** The last text in quotes, where the request stands before it, or where it looks like a product and its version. */
function agentOf(line: string): string {
  const end = line.lastIndexOf('"');
  const start = line.lastIndexOf('"', end - 1);
  if (start < 1) return "";
  const agent = line.slice(start + 1, end);
  if (line.lastIndexOf(" HTTP/", start) < 0 && !/[a-z]\/\d/i.test(agent)) return "";
  return agent === "-" || /^[A-Z]+ | HTTP\/|^\/|^https?:/.test(agent) || line.charAt(start - 1) === "="
    ? ""
    : agent;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const NEVER: Moment = { time: Number.NaN, isLocal: false };

let lastText = "";
let last = NEVER;

/** `[25/Nov/2026:14:02:11 +0000]`, or ISO 8601 anywhere before the request. */
function timeOf(line: string): Moment {
  const open = line.indexOf("[");
  const common = open >= 0 && line.charAt(open + 3) === "/" ? line.slice(open + 1, open + 27) : "";
  const text = common || (ISO.exec(line.slice(0, 200))?.[0] ?? "");
  if (text === "") return NEVER;
  // The lines of one second stand together.
  if (text === lastText) return last;
  lastText = text;
  last = common ? fromCommon(text) : fromIso(text);
  return last;
}

const ISO = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/;

function fromIso(text: string): Moment {
  const isLocal = !/(?:Z|[+-]\d\d:?\d\d)$/.test(text);
  return { time: Date.parse((isLocal ? `${text}Z` : text).replace(" ", "T")), isLocal };
}

function fromCommon(text: string): Moment {
  const [, day, name = "", year, clock, zone] =
    /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ?([+-]\d{4})?/.exec(text) ?? [];
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, "0");
  const offset = zone ? `${zone.slice(0, 3)}:${zone.slice(3)}` : "Z";
  return { time: Date.parse(`${year}-${month}-${day}T${clock}${offset}`), isLocal: !zone };
}

/** The time that a field of a log holds: ISO 8601, or seconds, milliseconds or nanoseconds since 1970. */
export function readTime(value: string | number): Moment {
  const number = Number(value);
  if (Number.isNaN(number)) return fromIso(String(value));
  const time = number > 1e17 ? number / 1e6 : number > 1e11 ? number : number * 1000;
  return { time, isLocal: false };
}
