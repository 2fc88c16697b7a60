/** A request target as a client goes on to send it: path and query, each as text. */
export interface Target {
  /** With its leading `/`. */
  readonly path: string;
  /** Without its `?`; `null` when there is none. */
  readonly query: string | null;
}

/** One thing that a client does to a target before it sends it. */
export type Rewriting = (target: Target) => Target;

/** The same done to path and query. */
export function each(change: (text: string) => string): Rewriting {
  return ({ path, query }) => ({ path: change(path), query: query === null ? null : change(query) });
}

export function toPath(change: (path: string) => string): Rewriting {
  return ({ path, query }) => ({ path: change(path), query });
}

export function toQuery(change: (query: string) => string): Rewriting {
  return ({ path, query }) => ({ path, query: query === null ? null : change(query) });
}

/** Percent-encodes each of these characters and all that is no printable ASCII, as UTF-8 with upper-case hex. */
export function escaping(characters: string): (text: string) => string {
  const listed = new Set(characters);
  return (text) =>
    text
      .toWellFormed()
      .replace(/[^a-z0-9]/gisu, (char) => (listed.has(char) || !/[!-~]/.test(char) ? escaped(char) : char));
}

function escaped(char: string): string {
  const unreserved = encodeURIComponent(char);
  return unreserved === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : unreserved;
}

/** Writes out the escapes of these characters of ASCII, whatever the case of their digits. */
export function decoding(characters: RegExp): (text: string) => string {
  return (text) =>
    text.replace(/%([0-7][0-9a-f])/gi, (whole, digits) => {
      const char = String.fromCharCode(Number.parseInt(String(digits), 16));
      return characters.test(char) ? char : whole;
    });
}

/** Gives the digits of escapes in upper case. */
export function upperCased(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (digits) => digits.toUpperCase());
}

/** Escapes each “%” that begins no escape. */
export function strayPercents(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})/gi, "%25");
}

/** Escapes every “%” where one of them begins no escape. */
export function allPercents(text: string): string {
  return strayPercents(text) === text ? text : text.replaceAll("%", "%25");
}

/** Resolves the segments `.` and `..` (RFC 3986, 5.2.4), as `isDot` tells them. */
export function resolved(path: string, isDot: (segment: string) => number = dots): string {
  const out: string[] = [];
  const segments = path.split("/").slice(1);
  segments.forEach((segment, index) => {
    const count = isDot(segment);
    if (count === 2) out.pop();
    if (count === 0) out.push(segment);
    else if (index === segments.length - 1) out.push("");
  });
  return `/${out.join("/")}`;
}

function dots(segment: string): number {
  return segment === "." ? 1 : segment === ".." ? 2 : 0;
}

/** Also where the dots are escaped. */
export function escapedDots(segment: string): number {
  return dots(segment.replace(/%2e/gi, "."));
}

/** A lone “?” is not sent. */
export function withoutEmptyQuery(target: Target): Target {
  return target.query === "" ? { ...target, query: null } : target;
}
