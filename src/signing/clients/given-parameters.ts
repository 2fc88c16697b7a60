import { whatwgPath } from "./clients";
import { client, type HttpClient } from "./http-client";
import { toQuery } from "./steps";

/** Clients as they send parameters that they are given as values, beside the URL: each writes them in a way of its own. */
export const GIVEN_PARAMETERS: readonly HttpClient[] = [
  client({
    name: "axios with “params”",
    measured: "1.21.1",
    cure: "Hand it the whole URL as text.",
    steps: [...whatwgPath, toQuery(writtenAnew)],
  }),
];

/** Each name and value decoded and encoded; the query as it stands where it is no list of such pairs. */
function writtenAnew(query: string): string {
  const pairs = query.split("&").map((pair) => /^([^=]+)=(.*)$/s.exec(pair)?.slice(1) ?? []);
  if (pairs.some(({ length }) => length === 0)) return query;
  try {
    return pairs.map((texts) => texts.map((text) => encoded(decodeURIComponent(text))).join("=")).join("&");
  } catch {
    return query;
  }
}

function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%3A|%24|%2C/g, (digits) => decodeURIComponent(digits))
    .replaceAll("%20", "+");
}
