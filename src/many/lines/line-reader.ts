import { schemes } from "../../schemes";
import { MAY_HOLD_HTTP } from "../../signing/find/base64";
import { findUrls, withoutPaths } from "../../signing/find/find-url";
import { gluedAt } from "../../signing/find/glued";
import { isSigned } from "../../signing/find/signed";
import type { UrlText } from "../../signing/types";
import { cutUrl } from "../../signing/url-text";
import { fieldsOf, parseLine, readFields } from "./fields";
import { type Asker, NOBODY, readAsker, requestTarget } from "./log-line";

/** A URL, or a path with its query, as a line holds it. */
export interface Sighting {
  readonly url: string;
  /** True where the line is nothing but this URL: then somebody has listed it. */
  readonly isListed: boolean;
  /** True where the line’s form says where it ends. */
  readonly isWhole: boolean;
}

/** What one line says. */
export interface LineReading {
  readonly sightings: readonly Sighting[];
  /** Who asked for it, read when it is wanted. */
  asker(): Asker;
}

const NOTHING: LineReading = { sightings: [], asker: () => NOBODY };

/** A URL or a path alone in its line. A comma or semicolon is its own where a parameter follows; else it parts the fields of a table, as a bar does before another URL. Blanks that are no ASCII, too. An apostrophe at the end is a quote. */
const LISTED =
  /^\s*((?:https?:\/\/(?=\S)|\/)(?:(?:(?![,;|]https?:)[^ \t-\r"<>`])*[?&][\w.%~-]{1,60}=)?(?:(?!\|https?:)[^\s"<>,;`])*)(?<!')\s*$/i;
/** A header, a cookie or a parameter of an archive, in a line of its own. */
const HEADER = /^\s*\{\s*"name":.*"value":/;
/** A field that archives of developer tools have, and no other file (HAR 1.2). */
const OF_ARCHIVE =
  /^\s*(?:\{\s*"log":|(?:\{\s*)?"(?:(?:creator|browser)":\s*\{|(?:entries|queryString)":\s*\[|(?:startedDateTime|bodySize|headersSize|httpVersion)":))/;
const MAY_HOLD_URL = /https?[:%]|signature(?:=|%3D)|[0-9a-f]{40}/i;

/**
 * Reads the lines of a log, a list or any text. A line's form is told by the cheapest of its marks, for most lines of a file have
 * one form; what has none of the known ones is searched like a paste.
 */
export class LineReader {
  #names: readonly string[] = [];
  #separator: "\t" | " " = "\t";
  #isHar = false;
  /** Hosts of signed URLs: of theirs those without a signature are read, too. */
  readonly #hosts = new Set<string>();
  readonly #vendors = {
    recognises: (text: UrlText) =>
      this.#hosts.has(text.origin) || schemes.some((scheme) => scheme.recognises(text)),
  };
  readonly #isVendors = (url: string) => this.#vendors.recognises(cutUrl(url));

  read(line: string): LineReading {
    const target = line.startsWith("{") ? null : requestTarget(line);
    if (target !== null) return found([target], () => readAsker(line), true);
    if (line.startsWith("#")) return this.#directive(line);
    const listed = LISTED.exec(line)?.[1];
    if (listed !== undefined && gluedAt(listed, this.#isVendors) === null)
      return { sightings: [{ url: listed, isListed: true, isWhole: false }], asker: () => NOBODY };
    if (this.#names.length > 0) return this.#columns(line);
    if (this.#isHar && HEADER.test(line)) return NOTHING;
    const json = parseLine(line);
    if (json !== undefined) return this.#fromFields(fieldsOf(json));
    if (!MAY_HOLD_URL.test(line) && !MAY_HOLD_HTTP.test(line)) return this.#noteHar(line);
    if (this.#isHar && !/^\s*"url":/.test(line)) return NOTHING;
    return found(this.#inText(line), () => readAsker(line));
  }

  /** W3C’s extended log format names its fields: CloudFront parts them by tabs, IIS by spaces. */
  #directive(line: string): LineReading {
    const names = /^#Fields:\s*(.+)$/.exec(line)?.[1];
    if (names === undefined) return NOTHING;
    this.#names = names.trim().split(/\s+/);
    return NOTHING;
  }

  #columns(line: string): LineReading {
    this.#separator = line.includes("\t") ? "\t" : " ";
    const values = line.split(this.#separator);
    return this.#fromFields(this.#names.map((name, at) => [name, values[at] ?? "-"] as const));
  }

  /** In an archive of developer tools each request has one `url`, and names it again in its headers. Its entries may stand alone. */
  #noteHar(line: string): LineReading {
    if (OF_ARCHIVE.test(line)) this.#isHar = true;
    return NOTHING;
  }

  #fromFields(entries: Iterable<readonly [string, string | number]>): LineReading {
    const { targets, texts, asker } = readFields(entries);
    const urls = new Set([...targets, ...texts.flatMap((text) => requestTarget(text) ?? this.#inText(text))]);
    const named = withoutPaths(Array.from(urls, (url) => ({ url })));
    return found(
      named.map(({ url }) => url),
      () => asker,
    );
  }

  #inText(text: string): string[] {
    const urls = findUrls(text, this.#vendors, Number.POSITIVE_INFINITY).map(({ url }) => url);
    for (const url of urls) if (/^http/i.test(url) && isSigned(url)) this.#hosts.add(cutUrl(url).origin);
    return [...new Set(urls)];
  }
}

function found(urls: readonly string[], asker: () => Asker, isWhole = false): LineReading {
  return { sightings: urls.map((url) => ({ url, isListed: false, isWhole })), asker };
}
