import { unescapeText } from "../escapes";
import { closingQuote, untilQuote } from "./apostrophes";
import { isFileAlone } from "./file-alone";
import { firstTag } from "./html";
import { wordInLiteral } from "./literal";
import { isSigned } from "./signed";
import { readWord, type Word } from "./word";

/** A signed URL that is written without its scheme, or without its host. */
export interface Unhosted {
  /** With a scheme where the host is known, else the path and the query alone. */
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly where: string;
}

/** Where a text that is no absolute URL may hold a signature: the name of the parameter, or the digest. */
const SIGNATURE =
  /(?:[?&;\s"]|\\u0026)signature(?:=|\\+u003d)|\/(?:[0-9a-f]{40}|[0-9a-f]{64})\\*\/(?=[a-z0-9]{2,5}[\s"'?&\\])/gi;

/** How far back a URL may begin before its signature. */
const LONGEST = 8000;

/**
 * The signed requests of logs, HTTP messages, developer tools and stack traces: `GET /… HTTP/1.1`, `:path: /…`, path and
 * query in fields of their own, a path alone, a host without a scheme. The host is looked for beside the request.
 */
export function* findRequests(text: string): Generator<Unhosted> {
  let done = 0;
  const tag = firstTag(text);
  for (const { index } of text.matchAll(SIGNATURE)) {
    if (index < done) continue;
    const from = Math.max(done, index - LONGEST);
    const begin = /[\s"]/.test(text.charAt(index)) ? index + 1 : from + wordStart(text.slice(from, index));
    const before = text.slice(Math.max(done, begin - LONGEST), begin);
    const rest = text.slice(begin, begin + LONGEST);
    const { url, length } = requestTarget(before, rest) ?? readWord(before.slice(-100), rest, tag < begin);
    done = Math.max(index + 1, begin + length);
    const found = readRequest(text, begin, done, url, before);
    if (!found) continue;
    done = Math.max(done, found.end);
    yield found;
  }
}

function readRequest(
  text: string,
  begin: number,
  end: number,
  word: string,
  before: string,
): Unhosted | null {
  if (/^\/[^/]/.test(word)) {
    if (/[?&]/.test(word)) return isSigned(word) ? atHost(text, word, begin, end, before) : null;
    // The path of a log whose query stands in a field of its own.
    const query = queryBehind(text, end);
    return query ? atHost(text, `${word}?${query.text}`, begin, query.end, before) : null;
  }
  if (/^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?]/.test(word) && isSigned(word) && !isFileAlone(word))
    return {
      url: `https://${word.replace(/^\/\//, "")}`,
      start: begin,
      end,
      where: "an address that lacks “https://”",
    };
  const stem = stemBefore(before);
  if (!stem || !/^\??[\w%.~-]+=/.test(word) || !isSigned(`?${word}`)) return null;
  const start = begin - before.length + stem.start;
  return atHost(text, `${stem.text}?${word.replace(/^\?/, "")}`, start, end, before);
}

/** What stands between the method and the version of a request, which holds whatever was sent. */
function requestTarget(before: string, rest: string): { url: string; length: number } | null {
  if (!METHOD.test(before.slice(-20))) return null;
  const target = /^\\*\/\S*(?= HTTP\\*\/\d)/.exec(rest)?.[0];
  if (target === undefined) return null;
  return { url: unescapedByServer(wordInLiteral(target)?.url ?? target), length: target.length };
}

/** nginx and Apache write bytes that are no printable ASCII, quotes and backslashes as `\x…`, and Apache `\"`. */
function unescapedByServer(target: string): string {
  return target
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => unescapeText(run.replaceAll(/\\x/gi, "%")))
    .replace(/\\(["\\])/g, "$1");
}

/**
 * The offset of the word that stands at the end of a text. Brackets, bars and quotes end it, unless it begins before them as
 * a path, with a host or as a query: then they are its own, but for a quote that would be closed.
 */
function wordStart(text: string): number {
  const space = text.lastIndexOf(" ") + 1;
  if (METHOD.test(text.slice(0, space).slice(-20)) && /^\\*\//.test(text.slice(space, space + 5)))
    return space;
  let at = text.length;
  while (at > 0 && (!/[\s"<>]/.test(text.charAt(at - 1)) || text.startsWith('\\"', at - 2))) at--;
  for (const { index } of text.slice(at).matchAll(/^|(?<=['`(|]|\\"|^[\w.@-]{1,40}[=:](?=\/[^/]))/g)) {
    const start = at + index;
    const opener = text.charAt(start - 1);
    if (!ADDRESS.test(text.slice(start, start + 300))) continue;
    if (/["`]/.test(opener) && text.includes(opener, start)) continue;
    if (opener === "'" && closingQuote(text.slice(start)) >= 0) continue;
    return start;
  }
  return /^\??[\w%.~-]+=(?:[^'`|]|'(?![\s"'`|]|$))*$/.test(text.slice(at)) ? at : lastBreak(text);
}

const METHOD = /(?:^|[\s"'>|])[A-Z]{3,7} $/;

/** A path, or a host with one. */
const ADDRESS = /^(?:\/[^/]|(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?::\d+)?[/?])/;

function lastBreak(text: string): number {
  let at = text.length;
  while (at > 0 && !/[\s"'`<>(|]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** A path in the field before the query, as in the logs of CloudFront and IIS, or under a name of its own in JSON. */
function stemBefore(before: string): { text: string; start: number } | null {
  const near = before.slice(-1500);
  const matches = [...near.matchAll(/(?<=[\s"'])\/(?:[^\s"'?<>]|'(?=[^\s"?<>,]*\w))*(?=["']?(?:[\s,)]|$))/g)];
  const last = matches.at(-1);
  return last ? { text: last[0], start: before.length - near.length + last.index } : null;
}

/** A query in a field behind the path, where the path holds the signature. */
function queryBehind(text: string, end: number): { text: string; end: number } | null {
  const match = /^["']?[\s,)]+(?:[^\n]{0,400}?[\s"'(])??\??((?:url|html|[\w%.-]{1,60})=[^\s"<>]+)/.exec(
    text.slice(end, end + 4000),
  );
  if (!match?.[1]) return null;
  const start = end + match[0].length - match[1].length;
  const query = untilQuote(text.slice(end, start), match[1], text.slice(start));
  return { text: query, end: start + query.length };
}

/** A URL without a query, whose query stands in a field of its own, as reports of errors have it. */
export function withQuery(text: string, start: number, word: Word): Word {
  if (/[?#]/.test(word.url)) return word;
  const end = start + word.length;
  const field = QUERY_FIELD.exec(text.slice(end, end + 1500));
  const query = field?.[1];
  if (!field || !query || !isSigned(`${word.url}?${query}`)) return word;
  return { url: `${word.url}?${query}`, where: "fields of a request", length: word.length + field[0].length };
}

const QUERY_FIELD =
  /^["'](?:(?!https?:)[^}]){0,1200}?["'](?:[\w.-]*query(?:_?string)?|args|search)["']?\s*(?::|=>?)\s*["']\??([\w%.~[\]-]+=[^\s"<>]*)(?=["'])/i;

const HOST =
  /(?:\bhost|:authority|cs-host|cs\(host\)|x-host-header|requesthost|hostname|servername|server_name|http_host)["'\]]*\s*(?:=>|[:=]|\s)\s*(?:Some\(Domain\()?["']?((?:[\w-]+\.)+[a-z][\w-]*(?::\d+)?)/i;

function atHost(text: string, path: string, start: number, end: number, before: string): Unhosted {
  const near = before.slice(-1000) + text.slice(end, end + 1000);
  const host = HOST.exec(near)?.[1];
  return {
    url: host ? `https://${host}${path}` : path,
    start,
    end,
    where: requestKind(before, text.slice(end, end + 20)),
  };
}

function requestKind(before: string, after: string): string {
  if (/:path:?\s*$/.test(before)) return "a request’s headers";
  if (/(?:^|\n)(?:> ?)?[A-Z]{3,7} $/.test(before) && /^ HTTP\//.test(after)) return "an HTTP request";
  if (/[A-Z]{3,7}[ "]+$|path="$|url: ?$/.test(before) || /^ HTTP\//.test(after)) return "a line of a log";
  return "the pasted text";
}
