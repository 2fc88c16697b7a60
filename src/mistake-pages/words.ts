import { vendorWords } from "../diagnosis/explanation/vendor-words";
import type { Mistake } from "../mistakes/mistake";
import type { Scheme } from "../schemes/scheme";

/** A mistake's sentences with the vendor's own words in them. */
export function inWords(
  { title, why, fix }: Mistake,
  scheme: Scheme,
): Pick<Mistake, "title" | "why" | "fix"> {
  const say = vendorWords(scheme, scheme.hashes[0]);
  return { title: say(title), why: say(why), fix: say(fix) };
}
