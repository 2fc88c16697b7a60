import { withoutBreaks } from "../../signing/url-text";

const HEX = /^[0-9a-f]{20,128}$/i;
/** As long as the base64 of an HMAC, padded or not. */
const BASE64 =
  /^(?:[A-Za-z0-9+/_-]{27}=?|[A-Za-z0-9+/_-]{43}=?|[A-Za-z0-9+/_-]{64}|[A-Za-z0-9+/_-]{86}(?:==)?)$/;
/** As only a hash of its length or padded base64 looks; API keys have other lengths. */
const WHOLE_TOKEN =
  /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|[A-Za-z0-9+/_-]{27,86}={1,2})$/i;

/** A whole token in hex, whatever follows it. */
export const TOKEN_AT_START = /^(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/i;

/** Hex digits, as many as any hash has, or cut. */
export function isHex(text: string): boolean {
  return HEX.test(text);
}

/** Whether a text looks like a token: hex digits, also cut or of another hash, or base64 where that is `likely`. */
export function isToken(text: string, likely: boolean): boolean {
  const token = withoutBreaks(text);
  if (HEX.test(token)) return true;
  if (!likely || token.length > 128) return false;
  return BASE64.test(token.replace(/%(2b|2f|3d)/gi, (_, code) => ESCAPED[String(code).toLowerCase()] ?? ""));
}

const ESCAPED: Readonly<Record<string, string>> = { "2b": "+", "2f": "/", "3d": "=" };

/** Whether it can be nothing but a whole token. */
export function isWholeToken(text: string): boolean {
  return WHOLE_TOKEN.test(withoutBreaks(text));
}

/** What stands for a token that was not computed, or is not shown. */
const NO_TOKEN = /^(?:undefined|null|nil|none|nan|true|false)$|tok|sig|hash|hmac/i;

/**
 * What may be a token although it is written otherwise than one: in escapes, or in words and signs that no API key has. As many hex
 * digits as an API key has prove nothing, so they are rather that.
 */
export function mayBeToken(text: string): boolean {
  return (
    isToken(text, true) ||
    /[0-9a-f]{20}/i.test(withoutBreaks(text)) ||
    !/^[\w-]+$/.test(text) ||
    NO_TOKEN.test(text)
  );
}

/** Base64 as long as that of an HMAC, with `/` as it is. */
export function isBase64(text: string): boolean {
  return text.length <= 128 && BASE64.test(withoutBreaks(text));
}
