import type { UrlText } from "../../signing/types";
import { cutAt } from "../../signing/url-text";

/** Path and query as one text. */
export function pathAndQuery({ path, query }: Pick<UrlText, "path" | "query">): string {
  return query === null ? path : `${path}?${query}`;
}

/** The URL with this text for its path and query. A “#” in it stays in its part: it was a character of what was signed. */
export function withPathAndQuery(url: UrlText, text: string): UrlText {
  const [path, query] = cutAt(text, "?");
  return { ...url, path, query };
}
