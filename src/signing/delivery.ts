import type { Change, Note, UrlText } from "./types";
import { cutAt, joinUrl } from "./url-text";

/**
 * What a browser would request otherwise than it was signed. A browser parses a URL before it sends it (WHATWG URL): it
 * resolves `..`, turns `\` into `/` and escapes `'`, `"`, `<`, `>` and more. curl sends the text as it stands, so such a link
 * works in one and fails in the other. The rewrite is the form that every client sends alike.
 *
 * @param unsigned the URL as signed, less its signature; path and query are ASCII.
 * @returns a `delivery` note with each difference; a `host` note where no browser can open the URL; else nothing.
 */
export function checkDelivery(unsigned: UrlText): Note[] {
  const browser = readAsBrowser(unsigned);
  if (!browser) {
    const host = unsigned.origin.replace(/^[^/]*\/\//, "");
    return [
      {
        kind: "host",
        risk: true,
        sentence: `No browser can open this URL, because “${host}” is not a valid host.`,
      },
    ];
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
      sentence:
        "A browser changes this URL before it sends it, so a signature that works elsewhere fails in a page. Sign the form that every client sends.",
      changes: distinct(changes),
      rewrite: {
        label: "Rewrite to what browsers send",
        text: joinUrl({ ...unsigned, ...browser }),
      },
    },
  ];
}

/** Browsers disagree on `|` and `^` in a path: Chromium escapes both, others neither. Only the escapes are sent alike by all. */
function readAsBrowser(unsigned: UrlText): Omit<UrlText, "fragment"> | null {
  // A path alone is sent to some host, and what becomes of it is the same for any.
  const text = joinUrl({ ...unsigned, origin: unsigned.origin || "https://a.invalid", fragment: null });
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // Chromium escapes what no host may contain, and then finds no such host.
  if (url.hostname.includes("%")) return null;
  const path = url.pathname.replaceAll("|", "%7C").replaceAll("^", "%5E");
  return {
    origin: cutAt(unsigned.origin, "\\")[0],
    path: unsigned.path === "" && path === "/" ? "" : path,
    query: unsigned.query === null ? null : url.search.slice(1),
  };
}

/** Pairs of stretches that differ; escapes are matched character by character, anything else is one stretch. */
function differences(signed: string, sent: string): Change[] {
  if (signed === sent) return [];
  const changes: Change[] = [];
  let from = 0;
  let to = 0;
  while (from < signed.length) {
    const char = signed.charAt(from);
    if (char === sent.charAt(to)) {
      from++;
      to++;
      continue;
    }
    const escaped = `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
    if (sent.startsWith(escaped, to)) {
      changes.push({ before: char, after: escaped });
      to += escaped.length;
    } else if (char === "\\" && sent.charAt(to) === "/") {
      changes.push({ before: char, after: "/" });
      to++;
    } else {
      return [{ before: signed, after: sent }];
    }
    from++;
  }
  return to === sent.length ? changes : [{ before: signed, after: sent }];
}

function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.before}\n${change.after}`, change])).values()];
}

/** The URL that a click may open: only http and https, never `javascript:` or the like. */
export function isOpenable(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
