import { cutAt } from "./url-text";

/** A URL found inside a larger paste. */
export interface FoundUrl {
  /** As it stands there, with the quoting of its surroundings undone. */
  readonly url: string;
  /** Its offset in the paste, in UTF-16 units; `null` when undoing the quoting changed it. */
  readonly start: number | null;
  readonly where: "a curl command" | "HTML" | "quotes" | "angle brackets" | "JSON" | "the pasted text";
}

/**
 * The URL in a curl command, an HTML tag, a log line, quotes or brackets; `null` when the text has none or is itself one.
 * In HTML the entities are decoded, in a shell command and JSON the escapes: there they are spelling, not part of the URL.
 */
export function findUrl(pasted: string): FoundUrl | null {
  const match = /https?:(?:\/\/|\\\/\\\/)/i.exec(pasted);
  if (!match || !isWrapping(pasted.slice(0, match.index))) return null;
  const before = pasted.slice(0, match.index);
  const { url, where } = read(before, pasted.slice(match.index));
  return { url, where, start: pasted.startsWith(url, match.index) ? match.index : null };
}

/** Only a prefix that plainly isn't part of an address: `example.com/?u=https://…` is one URL. */
function isWrapping(before: string): boolean {
  return (
    /\S/.test(before) && (/["'`“‘<([{\s]/.test(before.trimStart()) || /^\s*[\w-]{1,40}[=:]$/.test(before))
  );
}

function read(before: string, text: string): Pick<FoundUrl, "url" | "where"> {
  const opener = before.at(-1) ?? "";
  const tag = before.slice(before.lastIndexOf("<"));
  if (/^<[A-Za-z]/.test(tag) && !tag.includes(">"))
    return { url: decodeEntities(fromTag(tag, text)), where: "HTML" };
  if (/^\s*(?:[$#>]\s*)?curl(?:\.exe)?\s/.test(before))
    return { url: fromShell(before, text), where: "a curl command" };
  if (opener === '"') return fromDoubleQuotes(text);
  if (opener === "'" || opener === "`" || opener === "“" || opener === "‘") {
    const closer = opener === "“" ? "”" : opener === "‘" ? "’" : opener;
    return { url: cutAt(text, closer)[0], where: "quotes" };
  }
  if (opener === "<") return { url: cutAt(text, ">")[0], where: "angle brackets" };
  const word = firstWord(text);
  return { url: word.slice(0, word.length - trailing(word)), where: "the pasted text" };
}

function fromTag(tag: string, text: string): string {
  const quote = tag.at(-1);
  if (/srcset\s*=\s*["']$/i.test(tag.slice(-16))) return cutAt(firstWord(text), quote ?? "")[0];
  if (quote === '"' || quote === "'") return cutAt(text, quote)[0];
  return cutAt(firstWord(text), ">")[0];
}

function fromDoubleQuotes(text: string): Pick<FoundUrl, "url" | "where"> {
  const inside = /^(?:[^"\\]|\\[\s\S])*/.exec(text)?.[0] ?? "";
  if (inside.includes("\\")) {
    try {
      return { url: String(JSON.parse(`"${inside}"`)), where: "JSON" };
    } catch {
      // Not JSON after all: the backslashes are the URL's own.
    }
  }
  return { url: cutAt(text, '"')[0], where: "quotes" };
}

/** POSIX shell quoting (2.2), and the carets of "Copy as cURL (cmd)". */
function fromShell(before: string, text: string): string {
  if (before.endsWith('^"')) return cutAt(text, '^"')[0].replace(/\^(.)/g, "$1");
  if (before.endsWith("'")) {
    const quoted = /^(?:[^']|'\\'')*/.exec(text)?.[0] ?? "";
    return quoted.replaceAll("'\\''", "'");
  }
  if (before.endsWith('"')) {
    const quoted = /^(?:[^"\\]|\\[\s\S])*/.exec(text)?.[0] ?? "";
    return quoted.replace(/\\(["\\$`\n])/g, (_, char: string) => (char === "\n" ? "" : char));
  }
  const word = /^(?:[^\s\\]|\\[\s\S])*/.exec(text)?.[0] ?? "";
  return word.replace(/\\([\s\S])/g, "$1");
}

function firstWord(text: string): string {
  return /^[^\s"'`<>]*/.exec(text)?.[0] ?? "";
}

/** How many characters at the end belong to the sentence around the URL. */
function trailing(word: string): number {
  let end = word.length;
  while (end > 0 && ".,;:!?)]}”’".includes(word.charAt(end - 1))) end--;
  return word.length - end;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

/** Decodes the five named entities that XML knows, and numeric ones. */
export function decodeEntities(html: string): string {
  return html.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt));/gi,
    (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
