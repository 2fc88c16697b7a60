import type { Problem } from "../../signing/types";

/** Behind an `&` that HTML or JSON escaped; WordPress's `&#038;` leaves it behind the “#”. */
const ESCAPED_TARGET = /(?:amp;|#0{0,6}38;|\\u0026)(?:url|html)=/;

/** What keeps a query from being rendered; `null` where nothing does. */
export function checkQuery(query: string | null, fragment: string | null): Problem | null {
  if (query === null || query === "") {
    return {
      kind: "no-query",
      sentence:
        "The render link has no query, and the query is what Urlbox signs. Add the page to capture: ?url=…",
    };
  }
  if (/(?:^|&)(?:url|html)(?:[=&]|$)/.test(query)) return null;
  const whole = fragment !== null && /^0{0,6}38;/.test(fragment) ? `${query}#${fragment}` : query;
  if (ESCAPED_TARGET.test(whole)) return null;
  return {
    kind: "no-target",
    sentence:
      "The query names neither “url” nor “html”, so there is nothing to render. Add the page to capture: url=…",
  };
}
