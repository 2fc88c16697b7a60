import type { LinkParts } from "./link-part";
import type { Scheme } from "./scheme";
import { linkParts as urlbox } from "./urlbox/link-parts";

/** By the id of the scheme. They come with the options, not with the page. */
const PARTS: Readonly<Record<string, LinkParts>> = { urlbox };

/** What of a scheme's finished links is no option; absent where they hold nothing like that. */
export function linkPartsOf({ id }: Scheme): LinkParts | undefined {
  return PARTS[id];
}
