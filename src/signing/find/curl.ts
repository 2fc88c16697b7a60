import { queryOfOptions } from "./curl-data";

/** A word of a shell command, with its quoting undone. */
interface Word {
  readonly text: string;
  /** Where its first character stands in the command. */
  readonly start: number;
  /** Where the command goes on behind it. */
  readonly end: number;
}

const COMMAND = /^\s*(?:[^\n]{0,80}?[$#>%]\s{0,9})?curl(?:\.exe)?(?=\s)/;
const SHORT_WITH_VALUE = "AbcCdDeEFHKmoPQrtTuUwxXyYz";
/** Those whose value may look like an address; any other value is no http(s) URL. */
const LONG_WITH_VALUE: ReadonlySet<string> = new Set([
  ..."header user proxy preproxy proxy-header proxy-user referer user-agent cookie cookie-jar".split(" "),
  ..."output output-dir data data-raw data-binary data-ascii data-urlencode json form form-string".split(" "),
  ..."write-out connect-to resolve doh-url upload-file request request-target config url-query".split(" "),
  ..."dump-header trace trace-ascii stderr oauth2-bearer aws-sigv4 variable expand-header expand-data".split(
    " ",
  ),
]);

/** Whether a text is a curl command, at most behind a prompt. */
export function isCurl(pasted: string): boolean {
  return COMMAND.test(pasted);
}

/**
 * The URL that a curl command requests, with what its options add to the query: its first one that is no option's value; `null` when it
 * has none.
 */
export function findCurlUrl(command: string): Word | null {
  const words = [...shellWords(command, COMMAND.exec(command)?.[0].length ?? 0)];
  const word = findUrlWord(words);
  const added = word ? queryOfOptions(words.map(({ text }) => text)).join("&") : "";
  if (!word || added === "") return word;
  const [, url = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(word.text) ?? [];
  const joint = !url.includes("?") ? "?" : /[?&]$/.test(url) ? "" : "&";
  return { ...word, text: url + joint + added + fragment };
}

function findUrlWord(words: readonly Word[]): Word | null {
  let isValue = false;
  for (const quoted of words) {
    const word = { ...quoted, text: withoutCarets(quoted.text) };
    const { text } = word;
    if (isValue) isValue = false;
    else if (/^https?:\/\//i.test(text)) return word;
    else if (/^--url=https?:\/\//i.test(text)) return { ...word, text: text.slice(6), start: word.start + 6 };
    else isValue = takesValue(text);
  }
  return null;
}

/** A URL with “^” before each “&”: older browsers copied a command for cmd so, in plain quotes or without any. */
function withoutCarets(text: string): string {
  return /^[^&]*\^&/.test(text) && !/[^^]&/.test(text) ? text.replaceAll("^&", "&") : text;
}

/** True when the next word belongs to this one. `--url` takes the very URL that is looked for. */
function takesValue(word: string): boolean {
  if (word.startsWith("--")) return LONG_WITH_VALUE.has(word.slice(2));
  if (!word.startsWith("-")) return false;
  for (let at = 1; at < word.length; at++)
    if (SHORT_WITH_VALUE.includes(word.charAt(at))) return at === word.length - 1;
  return false;
}

/** POSIX shell quoting (2.2), `$'…'`, and the carets of "Copy as cURL (cmd)". */
function* shellWords(command: string, from: number): Generator<Word> {
  let at = from;
  while (at < command.length) {
    at = endOf(/(?:[\s]|[\\^]\r?\n)*/y, command, at);
    let text = "";
    let start = -1;
    while (at < command.length && !/\s/.test(command.charAt(at))) {
      const piece = readPiece(command, at);
      if (start < 0) start = piece.start;
      text += piece.text;
      at = piece.end;
    }
    if (start >= 0) yield { text, start, end: at };
  }
}

function readPiece(command: string, at: number): Word {
  if (command.startsWith('^"', at)) return readCarets(command, at + 2);
  const char = command.charAt(at);
  if (char === "'") {
    const close = command.indexOf("'", at + 1);
    const end = close < 0 ? command.length : close;
    return { text: command.slice(at + 1, end), start: at + 1, end: end + 1 };
  }
  if (char === "$" && command.charAt(at + 1) === "'") {
    const end = endOf(/(?:[^'\\]|\\[\s\S])*/y, command, at + 2);
    return { text: fromAnsiC(command.slice(at + 2, end)), start: at + 2, end: end + 1 };
  }
  if (char === '"') {
    const end = endOf(/(?:[^"\\]|\\[\s\S])*/y, command, at + 1);
    const text = command
      .slice(at + 1, end)
      .replace(/\\(["\\$`\n])/g, (_, escaped: string) => (escaped === "\n" ? "" : escaped));
    return { text, start: at + 1, end: end + 1 };
  }
  if (char === "\\") {
    const escaped = command.charAt(at + 1);
    return { text: escaped === "\n" ? "" : escaped, start: at + 1, end: at + 2 };
  }
  const end = Math.max(endOf(/[^\s"'\\^$]*/y, command, at), at + 1);
  return { text: command.slice(at, end), start: at, end };
}

/** From `^"` to `^"`; in between, cmd reads `^x` as `x`, and curl `\"` as `"`. */
function readCarets(command: string, start: number): Word {
  let end = command.indexOf('^"', start);
  while (end > 0 && command.slice(end - 2, end) === "^\\") end = command.indexOf('^"', end + 2);
  if (end < 0) end = command.length;
  const text = command
    .slice(start, end)
    .replace(/\^(.)/g, "$1")
    .replace(/\\(["\\])/g, "$1");
  return { text, start, end: end + 2 };
}

function fromAnsiC(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{1,4})|x([0-9a-f]{1,2})|([\s\S]))/gi, (_, unit, byte, char) => {
    const code = unit ?? byte;
    if (code) return String.fromCharCode(Number.parseInt(String(code), 16));
    return { n: "\n", r: "\r", t: "\t" }[String(char)] ?? String(char);
  });
}

/** Where a sticky pattern that may match nothing ends. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
