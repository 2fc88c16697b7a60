import type { BeforeAfter, Note, UrlText } from "../types";
import { cutAt, cutUrl, hostOf, joinUrl } from "../url-text";

/**
 * What a browser would request otherwise than it was signed. A browser parses a URL before it sends it (WHATWG URL): it
 * resolves `..`, turns `\` into `/` and escapes `'`, `"`, `<`, `>` and more. curl sends the text as it stands, so such a link
 * works in one and fails in the other. The rewrite is the form that every client sends alike.
 *
 * @param url the URL as signed, less its signature; path and query are ASCII.
 * @returns a `delivery` note with each difference; a `host` note where no browser can open the URL; else nothing.
 */
export function checkDelivery(url: UrlText): Note[] {
  // A browser takes the folder of a proxy for a part of the path.
  const unsigned = /[^:/]\//.test(url.origin) ? cutUrl(joinUrl(url)) : url;
  const browser = readAsBrowser(unsigned);
  if (!browser) {
    const sentence = `No browser can open this URL, because ${unopenable(unsigned)}.`;
    return [{ kind: "host", risk: true, sentence }];
  }
  const changes = [
    ...differences(unsigned.path, browser.path),
    ...differences(unsigned.query ?? "", browser.query ?? ""),
  ];
  if (changes.length === 0) return [];
  return [
    {
      kind: "delivery",
      risk: true,
      sentence: `${whoChanges(unsigned.path, changes)} Sign the form that every client sends.`,
      changes: distinct(changes),
      rewrite: {
        label: "Rewrite to what browsers send",
        text: joinUrl({ ...unsigned, ...browser }),
      },
    },
  ];
}

function unopenable(unsigned: UrlText): string {
  const [port, number] = /:([^:@\]]+)$/.exec(unsigned.origin) ?? [];
  const origin = unsigned.origin.slice(0, -(port?.length ?? 0));
  if (port && readAsBrowser({ ...unsigned, origin })) return `“${number}” is not a valid port`;
  return `“${hostOf(unsigned.origin)}” is not a valid host`;
}

const DOTS = /\/(\.\.?)(?=\/|$)/;

/** Escaped dots are resolved by browsers alone. */
function whoChanges(path: string, changes: readonly BeforeAfter[]): string {
  const [, dots] = DOTS.exec(path) ?? [];
  if (dots)
    return `Browsers, curl and most other clients resolve “${dots}” in the path before they send this URL, so a signature over it as it stands fails with all of them.`;
  if (changes.every(({ before }) => before === "|" || before === "^"))
    return "Some browsers change this URL before they send it, others do not, so that no signature over it as it stands fits all of them.";
  return "A browser changes this URL before it sends it, so a signature that works elsewhere fails in a page.";
}

/** Browsers disagree on `|` and `^` in a path: Chromium escapes both, others neither. Only the escapes are sent alike by all. */
function readAsBrowser(unsigned: UrlText): Omit<UrlText, "fragment"> | null {
  // A path alone is sent to some host, and what becomes of it is the same for any.
  const origin = unsigned.origin || "https://a.invalid";
  const isKept = KEPT.test(unsigned.query ?? "");
  const text = joinUrl({ ...unsigned, origin, query: isKept ? null : unsigned.query, fragment: null });
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // Chromium escapes what no host may contain, and then finds no such host.
  if (url.hostname.includes("%")) return null;
  const path = url.pathname.replaceAll("|", "%7C").replaceAll("^", "%5E");
  return {
    origin: cutAt(unsigned.origin, "\\")[0],
    path: unsigned.path === "" && path === "/" ? "" : path,
    query: isKept || unsigned.query === null ? unsigned.query : url.search.slice(1),
  };
}

/** A query that no browser changes, which need not be parsed: of a megabyte that takes longer than to sign it. */
const KEPT = /^[\w.~!$()*+,;=:@&%/?-]*$/;

/**
 * Pairs of stretches that differ, each once; escapes are matched character by character in either direction, anything else is
 * one stretch.
 */
export function differences(signed: string, sent: string): BeforeAfter[] {
  if (signed === sent) return [];
  const changes: BeforeAfter[] = [];
  let from = 0;
  let to = 0;
  while (from < signed.length) {
    const change = step(signed.slice(from, from + 3), sent.slice(to, to + 3));
    if (!change) return [{ before: signed, after: sent }];
    if (change.before !== change.after) changes.push(change);
    from += change.before.length;
    to += change.after.length;
  }
  return to === sent.length ? distinct(changes) : [{ before: signed, after: sent }];
}

/** What both texts begin with: the same character, or a character and its escape. */
function step(signed: string, sent: string): BeforeAfter | null {
  const escaped = /^%[0-9a-f]{2}/i;
  const before = escaped.exec(signed)?.[0];
  const after = escaped.exec(sent)?.[0];
  const char = signed.charAt(0);
  if (before && after && before.toUpperCase() === after.toUpperCase()) return { before, after };
  if (after && Number.parseInt(after.slice(1), 16) === char.charCodeAt(0)) return { before: char, after };
  if (char === sent.charAt(0)) return { before: char, after: char };
  if (before && Number.parseInt(before.slice(1), 16) === sent.charCodeAt(0))
    return { before, after: sent.charAt(0) };
  if ((char === "\\" && sent.startsWith("/")) || (char === " " && sent.startsWith("+")))
    return { before: char, after: sent.charAt(0) };
  return null;
}

function distinct(changes: readonly BeforeAfter[]): BeforeAfter[] {
  return [...new Map(changes.map((change) => [`${change.before}\n${change.after}`, change])).values()];
}
