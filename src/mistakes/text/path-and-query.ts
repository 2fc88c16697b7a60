import type { UrlText } from "../../signing/types";
import { cutAt } from "../../signing/url-text";

/** Path and query as one text. */
export function pathAndQuery({ path, query }: UrlText): string {
  return query === null ? path : `${path}?${query}`;
}

/** The URL with this text for its path and query. */
export function withPathAndQuery(url: UrlText, text: string): UrlText {
  const [path, query] = cutAt(text, "?");
  return { ...url, path, query };
}
