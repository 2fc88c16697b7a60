import type { Telling } from "../mistake";

/** A text with each escape that was encoded twice as it is once. */
export const encodedOnce = (text: string): string => text.replaceAll(/%25(?=[\da-f]{2})/gi, "%");

/**
 * What is told of a query or a path that was signed without the two encodings that it was sent with. One of them may be too many:
 * then the URL with the other alone is meant.
 */
export function twiceTelling(part: "query" | "path", sent: string): Telling | undefined {
  const once = encodedOnce(sent);
  if (once === sent) return undefined;
  return {
    title: `The ${part} was signed decoded, and sent with escapes that are encoded twice.`,
    why: "Either the text was encoded once by code and once more by an HTTP library, and signed as it is; or it has such escapes of its own, as an address with “%20” has, and was decoded twice before it was signed. The digits fit both.",
    fix: "Encode each text once, and sign what is sent.",
    ...(part === "query" ? { mayBeQuery: once } : { mayBePath: once }),
  };
}
