import type { Mistake } from "../../mistakes/mistake";
import type { SigningRequest, UrlText } from "../../signing/types";

/** The URL whose reading the place of the signature corrects already. */
export function startingUrl({ unsigned, found }: SigningRequest, mistakes: readonly Mistake[]): UrlText {
  const place = mistakes.find(({ id }) => id === found?.misplaced);
  return place?.before?.(unsigned) ?? unsigned;
}
