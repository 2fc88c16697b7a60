import type { UrlText } from "../../signing/types";
import type { Facts, Variant } from "../mistake";

/** The right strings of these URLs. */
export function* wholesOf(urls: Iterable<Variant<UrlText>>, rule: Facts["rule"]): Generator<Variant<string>> {
  for (const variant of urls) yield { ...variant, value: rule(variant.value) };
}
