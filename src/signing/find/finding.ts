import type { Rule } from "../rule";
import type { Note, Problem } from "../types";
import { cutUrl } from "../url-text";
import type { FoundUrl } from "./candidates";

/** What there is to find in a paste. */
export interface Finding {
  /** The URL inside a larger text; `null` where the text is itself one, or has none. */
  readonly found: FoundUrl | null;
  /** What is to be said of where the URL leads, and of what stands beside it. */
  readonly notes: readonly Note[];
  /** What it is instead of a URL to sign, where that is known. */
  readonly problem: Problem | null;
}

/** For a plain URL, in which there is nothing to find. */
export const NOTHING_FOUND: Finding = { found: null, notes: [], problem: null };

const PLAIN = /^https?:\/\/[\w.-]+(?::\d+)?\/[\w.~/?=+%&:#-]*[\w/=%~-]$/i;
/**
 * What may be mail source, a signature or a URL that something follows, an API that signs nothing, a path with parts twice, or a query
 * whose “?” or “=” is none.
 */
const MAYBE_NOT =
  /=3D|signature=[\da-f]+[?:]|(?<!%[\da-f]{2})(?<=[\da-z])https?:|\/render\b|^[^?]*&|\?\?|[?&]\w*%3D|\/v1\/(?:\/|v1\/|([^/]+)\/(?:v1\/)?\1\/)/i;

/**
 * True for the text of one of the vendor's URLs that has nothing around it and in which nothing was rewritten: there the
 * whole search for a URL finds nothing, and need not run. False for many a plain URL, too. Pure, linear in the text's length.
 */
export function isPlain(pasted: string, { recognises }: Pick<Rule, "recognises">): boolean {
  return PLAIN.test(pasted) && !MAYBE_NOT.test(pasted) && recognises(cutUrl(pasted));
}
