/** How many characters a run stands for, by its letter: A is 2, B is 3 … _ is 65. */
const RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * `/v2/url?u=…`: “-” stands for “%” and “_” for “/” (Proofpoint, "URL Defense decoder").
 * @returns the URL inside; `null` where there is none
 */
export function proofpointV2(url: string): string | null {
  const value = /[?&]u=([^&#]*)/.exec(url)?.[1];
  if (!value) return null;
  try {
    return decodeURIComponent(value.replaceAll("-", "%").replaceAll("_", "/"));
  } catch {
    return null;
  }
}

/**
 * `/v3/__URL__;CHARACTERS!!…$`: each `*` stands for the next of the characters, and `**` with a letter for a run of them.
 * They are base64url of UTF-8 (Proofpoint, "URL Defense decoder").
 * @returns the URL inside; `null` where there is none
 */
export function proofpointV3(url: string): string | null {
  const start = url.indexOf("/__");
  const end = url.lastIndexOf("__;");
  if (start < 0 || end < start) return null;
  const characters = [...fromBase64Url(/^__;([\w=-]*)/.exec(url.slice(end))?.[1] ?? "")];
  let at = 0;
  const next = (count: number) => {
    at += count;
    return characters.slice(at - count, at).join("");
  };
  return url
    .slice(start + 3, end)
    .replace(/^(https?:)\/(?=[^/])/i, "$1//")
    .replace(/\*(?:\*([\w-]))?/g, (mark, letter) => {
      if (at >= characters.length) return mark;
      return next(letter === undefined ? 1 : RUNS.indexOf(String(letter)) + 2);
    });
}

/** The text that base64url of UTF-8 stands for; empty where it is none. */
function fromBase64Url(text: string): string {
  try {
    const bytes = atob(text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return "";
  }
}
