import { escapeText } from "../escapes";

/** Options whose value is a part of the query: with `-G` the data that else is the body, and what is for the query alone. */
const DATA: ReadonlySet<string> = new Set(["-d", "--data", "--data-ascii", "--data-raw", "--data-binary"]);
/** `-G` among letters none of which takes what follows for its value. */
const SHORT_GET = /^-[aBfgiIjJklLMnNOpqRsSvVZ0-9#:]*G/;
const ENCODED = "--data-urlencode";
const OF_QUERY = "--url-query";

/**
 * What a curl command's options add to the query of its URL, in their order; empty where they add nothing. A file's content is not
 * known, and is left out. curl's manual, `--get`, `--data-urlencode` and `--url-query`.
 */
export function queryOfOptions(words: readonly string[]): string[] {
  const isGet = words.some((word) => word === "--get" || SHORT_GET.test(word));
  const added: string[] = [];
  for (const [at, word] of words.entries()) {
    const [option, value] = split(word, words[at + 1] ?? "");
    if (option === OF_QUERY) added.push(...(value.startsWith("+") ? [value.slice(1)] : encoded(value)));
    else if (isGet && option === ENCODED) added.push(...encoded(value));
    else if (isGet && DATA.has(option) && (!value.startsWith("@") || option === "--data-raw"))
      added.push(value);
  }
  return added;
}

/** An option and its value, which may stand behind its letter or behind a “=”. */
function split(word: string, next: string): readonly [option: string, value: string] {
  if (/^-d./s.test(word)) return ["-d", word.slice(2)];
  const [, option, value] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
  return option === undefined ? [word, next] : [option, value ?? ""];
}

/** `name=content`, `=content` or `content`: the content is percent-encoded, the name is not. */
function encoded(value: string): string[] {
  const [, name = "", content] = /^([^=@]*)=(.*)$/s.exec(value) ?? [];
  if (content !== undefined) return [name === "" ? escapeText(content) : `${name}=${escapeText(content)}`];
  return value.includes("@") ? [] : [escapeText(value)];
}
