import { escapeText } from "./escapes";
import type { BeforeAfter, FoundSignature, Part, UrlText } from "./types";

/**
 * Cuts a URL's text at its first `#`, the first `?` before it, and the end of its authority (RFC 3986, appendix B).
 * Never decodes, encodes or normalises: `joinUrl(cutUrl(text)) === text` for every text.
 */
export function cutUrl(text: string): UrlText {
  const [beforeFragment, fragment] = cutAt(text, "#");
  const [beforeQuery, query] = cutAt(beforeFragment, "?");
  const origin = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(beforeQuery)?.[0] ?? "";
  return { origin, path: beforeQuery.slice(origin.length), query, fragment };
}

/** The text that was cut, to the character. */
export function joinUrl({ origin, path, query, fragment }: UrlText): string {
  return origin + path + (query === null ? "" : `?${query}`) + (fragment === null ? "" : `#${fragment}`);
}

/** The text before the first `delimiter` and after it; `null` after when there is none. */
export function cutAt(text: string, delimiter: string): [before: string, after: string | null] {
  const at = text.indexOf(delimiter);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + delimiter.length)];
}

/** The host, with its port, of a URL's `origin`. */
export function hostOf(origin: string): string {
  return origin.replace(/^[^/]*\/\//, "");
}

/** What `prepareUrl` changed, kept apart because users are told of each in its own words. */
export interface Preparation {
  readonly text: UrlText;
  /** Distinct characters that were percent-encoded, before → after. */
  readonly escaped: readonly BeforeAfter[];
  /** Which of tab, line feed and carriage return were removed: `after` is empty. */
  readonly removed: readonly BeforeAfter[];
}

/**
 * Gives path and query the form that a browser would send: tabs and line breaks are removed, in host and fragment, too, for
 * Chromium fetches no URL that has both a line break and a "<"; space, other control characters, DEL and everything beyond
 * ASCII become percent-encoded UTF-8, upper-case hex, a lone surrogate as U+FFFD.
 * Everything else stays as typed (WHATWG URL, "basic URL parser", less what it does to printable ASCII).
 */
export function prepareUrl(text: UrlText): Preparation {
  if (isPlain(text)) return { text, escaped: [], removed: [] };
  const seen = new Map<string, string>();
  const prepare = (part: string) =>
    withoutBreaks(part.toWellFormed()).replace(/[^\x21-\x7e]+/g, (run) => {
      for (const char of run)
        if (seen.size < MOST_CHANGES && !seen.has(char)) seen.set(char, escapeText(char));
      return escapeText(run);
    });
  const prepared = {
    ...text,
    origin: withoutBreaks(text.origin),
    path: prepare(text.path),
    query: text.query === null ? null : prepare(text.query),
    fragment: text.fragment === null ? null : withoutBreaks(text.fragment),
  };
  return {
    text: prepared,
    escaped: [...seen].map(([before, after]) => ({ before, after })),
    removed: breaksIn(joinUrl(text)),
  };
}

const OTHER = /[^\x21-\x7e]/;

/** Nothing but printable ASCII, as most URLs are: nothing is to be done. */
function isPlain({ origin, path, query, fragment }: UrlText): boolean {
  return !(OTHER.test(path) || OTHER.test(query ?? "") || OTHER.test(origin) || OTHER.test(fragment ?? ""));
}

/** The tabs and line breaks that `withoutBreaks` removes, as changes. */
export function breaksIn(text: string): BeforeAfter[] {
  return leftOut(text.match(BREAKS) ?? []);
}

/** Characters that were taken away, as changes. */
export function leftOut(characters: Iterable<string>): BeforeAfter[] {
  return [...new Set(characters)].map((before) => ({ before, after: "" }));
}

const BREAKS = /[\t\n\r]/g;

/** The text as it is sent: a URL may be broken over lines, and every browser removes that. */
export function withoutBreaks(text: string): string {
  return text.replace(BREAKS, "");
}

/** More distinct changes than this are cut short: they are shown to a person. */
const MOST_CHANGES = 100;

/** The query's parameters, cut at each `&`, and each at its first `=`; joined again they restore the query exactly. */
export interface Parameter {
  /** As it stands in the query. */
  readonly text: string;
  /** Before the first `=`, as it stands; the whole text when there is none. */
  readonly name: string;
  /** After the first `=`, as it stands; `null` when there is none. */
  readonly value: string | null;
}

export function cutQuery(query: string): Parameter[] {
  return query.split("&").map((text) => {
    const [name, value] = cutAt(text, "=");
    return { text, name, value };
  });
}

/** The path that is requested when none is written. */
export function rooted(url: UrlText): UrlText {
  return url.path === "" ? { ...url, path: "/" } : url;
}

/** A URL's text in parts, with the signature, where it carries one, as a part of its own. */
export function anatomy(text: UrlText, found: FoundSignature | null = null): Part[] {
  const parts: Part[] = [
    { kind: "origin", text: text.origin },
    { kind: "path", text: text.path },
  ];
  if (text.query !== null) parts.push({ kind: "delimiter", text: "?" }, { kind: "query", text: text.query });
  if (text.fragment !== null)
    parts.push({ kind: "delimiter", text: "#" }, { kind: "fragment", text: text.fragment });
  let at = 0;
  return parts
    .flatMap((part): Part[] => {
      const start = at;
      at += part.text.length;
      if (!found || found.start < start || found.start >= at) return [part];
      const cut = found.start - start;
      const after = part.text.slice(cut + found.text.length);
      return [
        ...splitLabel(part.kind, part.text.slice(0, cut)),
        { kind: "signature", text: found.text },
        { kind: part.kind, text: after },
      ];
    })
    .filter((part) => part.text !== "");
}

/** `&signature=` before a signature names it and is no part of the query. */
function splitLabel(kind: Part["kind"], text: string): Part[] {
  const label = /&?[A-Za-z_]+=$/.exec(text.slice(-32))?.[0] ?? "";
  return [
    { kind, text: text.slice(0, text.length - label.length) },
    { kind: "delimiter", text: label },
  ];
}
