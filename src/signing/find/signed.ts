/** Whether a URL is one of the vendor’s. */
export type IsVendors = (url: string) => boolean;

/**
 * Whether a URL, or a path alone, is plainly signed: a parameter named `signature`, or a digest in hexadecimal as the segment
 * before the path's last. Told by the text alone, so it is no promise that the signature is right.
 */
export function isSigned(url: string): boolean {
  return PARAMETER.test(url) || SEGMENT.test(url);
}

/** How likely a URL is meant: a signature counts most, then the vendor's host. */
export function rank(url: string, isVendors: IsVendors): number {
  return (isSigned(url) ? 2 : 0) + (isVendors(url) ? 1 : 0);
}

const PARAMETER = /[?&;#]signature=/;
const SEGMENT = /^[^?#]*\/([0-9a-f]{40}|[0-9a-f]{64})\/[a-z0-9]{2,5}\/?(?:[?#]|$)/i;

/** The digest in a URL's path, where one stands there. */
export function segmentOf(url: string): string | undefined {
  return SEGMENT.exec(url)?.[1];
}

/** The end of a whole signature in hexadecimal that neither its own parameter, nor another, nor a fragment goes on. */
const WHOLE =
  /[?&;#]signature=(?:[0-9a-f]{64}|[0-9a-f]{40})(?=&(?:quot|gt|lt|apos|nbsp|#\w{2,6});|\?(?!\w)|[^0-9A-Za-z%=+/_~.&#?\s-])/i;

/** The text up to the end of a whole signature behind which something else stands: markup, quotes, invisible characters. */
export function cutBehindSignature(url: string): string {
  const match = WHOLE.exec(url);
  return match ? url.slice(0, match.index + match[0].length) : url;
}
