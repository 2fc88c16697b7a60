import type { UrlText } from "../../signing/types";
import type { Facts } from "../mistake";
import { percentDecode } from "./escapes";

/** The right string, then what else of the URL is signed by mistake. */
export function stringsOf(url: UrlText, rule: Facts["rule"]): Map<string, string> {
  const full = `${url.origin}${url.path}${url.query === null ? "" : `?${url.query}`}`;
  return new Map([
    [full, "Of the whole URL. "],
    [url.path, "Of the path. "],
    [url.query ?? "", "Of the query. "],
    [percentDecode(rule(url)), "Of the decoded string. "],
    [rule(url), ""],
  ]);
}
