import { cutUrl } from "../url-text";
import type { Rewriting, Target } from "./steps";

/** What a client puts on the wire for a URL. */
export type Sent =
  | { readonly sends: "same" }
  | { readonly sends: "changed"; readonly target: string }
  | { readonly sends: "refused"; readonly why: string };

/** A program or library that fetches URLs, as it was measured. */
export interface HttpClient {
  /** As users know it. */
  readonly name: string;
  /** The version whose requests were recorded. */
  readonly measured: string;
  /** How it can be made to send the URL as it stands, one sentence; `null` where it cannot. */
  readonly cure: string | null;
  /** What it makes of a URL's path and query, compared with the text as it stands. */
  sent(url: string): Sent;
}

/** What a client does not fetch at all. */
export interface Refusal {
  readonly part: "path" | "query" | "both";
  readonly what: (text: string) => boolean;
  readonly why: string;
}

interface Row extends Pick<HttpClient, "name" | "measured" | "cure"> {
  readonly refuses?: readonly Refusal[];
  readonly steps?: readonly Rewriting[];
}

/** A client that refuses what one of `refuses` matches, and makes the rest go through its steps in their order. */
export function client({ name, measured, cure, refuses = [], steps = [] }: Row): HttpClient {
  return {
    name,
    measured,
    cure,
    sent(url) {
      const asSigned = targetOf(url);
      const refusal = refuses.find(({ part, what }) => what(partOf(asSigned, part)));
      if (refusal) return { sends: "refused", why: refusal.why };
      const target = write(steps.reduce((target, step) => step(target), asSigned));
      return target === write(asSigned) ? { sends: "same" } : { sends: "changed", target };
    },
  };
}

function targetOf(url: string): Target {
  const { path, query } = cutUrl(url);
  return { path: path || "/", query };
}

function partOf({ path, query }: Target, part: Refusal["part"]): string {
  if (part === "path") return path;
  return part === "query" ? (query ?? "") : `${path}?${query ?? ""}`;
}

function write({ path, query }: Target): string {
  return query === null ? path : `${path}?${query}`;
}
