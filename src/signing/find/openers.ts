import { unescapeText } from "../escapes";
import { cutQuery, cutUrl } from "../url-text";
import { fromBase64 } from "./base64";
import { isSigned } from "./signed";

/** A service that wraps URLs: where in its own URL the other stands. */
export interface Carrier {
  /** As users know it. */
  readonly name: string;
  /** What its URLs begin with, behind the scheme. */
  readonly host: RegExp;
  /** The URL inside, decoded; `null` where there is none. */
  readonly open: (url: string) => string | null;
}

/** The value of the first of these parameters, percent-decoded once. A URL that was put there unescaped goes on to its signature. */
export function parameter(...names: string[]): Carrier["open"] {
  return (url) => {
    const { query } = cutUrl(url);
    if (query === null) return null;
    let at = 0;
    for (const { name, value, text } of cutQuery(query)) {
      if (value && names.includes(name)) {
        const decoded = addressed(unescapeText(value));
        return isSigned(decoded) || !/^https?:\/\//i.test(value)
          ? decoded
          : toSignature(query.slice(at + name.length + 1));
      }
      at += text.length + 1;
    }
    return null;
  };
}

/** What follows this much of the URL, with its scheme where that was left out. */
export function rest(before: RegExp): Carrier["open"] {
  return (url) => {
    const match = before.exec(url);
    if (!match) return null;
    const inner = url.slice(match.index + match[0].length);
    return addressed(
      /^https?%3A/i.test(inner) ? unescapeText(inner) : inner.replace(/^(https?:)%2F%2F/i, "$1//"),
    );
  };
}

/** The URL behind `#`. */
export const fragment: Carrier["open"] = (url) => cutUrl(url).fragment;

/** A URL to the end of its signature. */
export function toSignature(text: string): string {
  return /^.*?[?&;]signature=[^&]*/i.exec(text)?.[0] ?? text;
}

/** One slash is often lost where a URL stands in a path, and the scheme left out. */
function addressed(text: string): string {
  if (/^https?:/i.test(text)) return text.replace(/^(https?:)\/{1,2}(?=[^/])/i, "$1//");
  return `https://${text.replace(/^\/\//, "")}`;
}

/** Behind the image's own query some services put parameters of their own. */
export function without(open: Carrier["open"], own: RegExp): Carrier["open"] {
  return (url) => {
    let inner = open(url);
    while (inner && own.test(inner)) inner = inner.replace(own, "");
    return inner;
  };
}

export const translated: Carrier["open"] = (url) => {
  const host = /^https?:\/\/([\w-]+)\.translate\.goog/i.exec(url)?.[1];
  if (!host) return null;
  const name = host.replace(/--|-/g, (dashes) => (dashes === "-" ? "." : "-"));
  const inner = `https://${name}${url.slice(url.indexOf(".translate.goog") + ".translate.goog".length)}`;
  return inner.replace(/[?&]_x_tr_[^#]*/, "");
};

/** GitHub writes the URL in hexadecimal. */
export const hexadecimal: Carrier["open"] = (url) => {
  const hex = /\/((?:[0-9a-f]{2}){8,})\/?$/i.exec(url)?.[1];
  return hex ? unescapeText(hex.replace(/../g, "%$&")) : null;
};

/** The URL in the text of this parameter, which may have words around it. */
export function inText(name: string): Carrier["open"] {
  return (url) => {
    const { query } = cutUrl(url);
    const value = query === null ? null : cutQuery(query).find((parameter) => parameter.name === name)?.value;
    return value ? (/https?:\/\/\S+/i.exec(unescapeText(value.replaceAll("+", " ")))?.[0] ?? null) : null;
  };
}

/** The URL in base64, in the alphabet of mail or of URLs, behind what this matches. */
export function inBase64(before: RegExp): Carrier["open"] {
  return (url) => {
    const match = before.exec(url);
    const digits = match ? /^[\w+/-]*/.exec(unescapeText(url.slice(match.index + match[0].length)))?.[0] : "";
    const bytes = digits ? fromBase64(digits) : null;
    return bytes && new TextDecoder().decode(bytes);
  };
}
