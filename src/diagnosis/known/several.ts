import type { Scheme } from "../../schemes/scheme";
import { findUrls } from "../../signing/find/find-url";
import { readPaste } from "../../signing/read-paste";
import type { SigningRequest } from "../../signing/types";
import { withoutBreaks } from "../../signing/url-text";
import type { Fact } from "./fact";
import { areMadeUp } from "./unshown";

/** More URLs are not compared: a paste of so many is for a file. */
const MOST = 1000;

/** What several signed URLs say of each other. Of one URL there is nothing to say. */
export function severalFacts(scheme: Scheme, pasted: string): Fact[] {
  const requests = findUrls(pasted, scheme, MOST).flatMap(({ url }) => {
    const { request } = readPaste(scheme, url);
    return request.ok && request.value.found ? [request.value] : [];
  });
  return compareSigned(scheme, requests);
}

function compareSigned(scheme: Scheme, requests: readonly SigningRequest[]): Fact[] {
  const strings = new Map<string, Set<string>>();
  for (const { found, signingString } of requests) {
    const digits = withoutBreaks(found?.text ?? "").toLowerCase();
    const set = strings.get(digits) ?? new Set();
    strings.set(digits, set.add(signingString));
  }
  if ([...strings.values()].reduce((sum, { size }) => sum + size, 0) < 2) return [];
  return [...sameDigits(scheme, strings), ...forms(scheme, [...strings.keys()])];
}

/** A digest has one string, whatever the secret: that two have the same is less likely than any accident. */
function sameDigits(scheme: Scheme, strings: ReadonlyMap<string, ReadonlySet<string>>): Fact[] {
  const shared = [...strings].filter(
    ([digits, set]) => /^[0-9a-f]{32,}$/.test(digits) && set.size > 1 && !areMadeUp(digits),
  );
  const [first] = shared.sort(([, a], [, b]) => b.size - a.size);
  if (!first) return [];
  const [digits, set] = first;
  const more = shared.length - 1;
  return [
    {
      kind: "same-signature",
      grade: "certain",
      sentence: `${set.size} different strings carry the same ${scheme.signatureWord}, ${digits.slice(0, 8)}…: at most one of them can be right.`,
      ...(more > 0 && {
        about: `The same is true of ${more} other ${scheme.signatureWord}${more === 1 ? "" : "s"}.`,
      }),
    },
  ];
}

/** Which forms the signatures have, where they differ. */
function forms(scheme: Scheme, digits: readonly string[]): Fact[] {
  const counts = new Map<string, number>();
  for (const text of digits) {
    const form = /^[0-9a-f]+$/.test(text) ? `${text.length} digits` : "something else";
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  const told = [...counts].sort(([, a], [, b]) => b - a).slice(0, 4);
  return [
    {
      kind: "several-forms",
      grade: "certain",
      sentence: `The ${scheme.signatureWord}s here have different forms: ${told.map(([form, count]) => `${count} with ${form}`).join(", ")}.`,
    },
  ];
}
