import { openCarriers } from "./carriers";

/** A URL that a service on the page's own host carries, as `srcset` and logs name such services: by a path alone. */
export interface Carried {
  readonly url: string;
  readonly carriers: readonly string[];
  /** Where the path stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

const PATH = /(?<=^|[\s"'`(<,=])\/(?!\/)[^\s"'`<>]{0,300}?https?(?:%3A|:)[^\s"'`<>]{1,8000}/gi;

/** Which host the path belongs to does not matter: only services that stand on any host are known by their paths. */
const ANY = "https://host.invalid";

/** The URLs that listed services carry in paths without a host. */
export function* findRelative(text: string, isVendors: (url: string) => boolean): Generator<Carried> {
  for (const { 0: path, index } of text.matchAll(PATH)) {
    const { url, carriers } = openCarriers(ANY + path, isVendors);
    if (carriers.length > 0) yield { url, carriers, start: index, length: path.length };
  }
}
