import { LESS_USUAL, RARE, SELDOM, USUAL } from "../../weights";

/** The origin as typed, with the other scheme, with its port dropped or written out, in lower case, and without “www.” or with it. */
export function origins(typed: string): [origin: string, weight: number][] {
  const [, scheme = "https", authority = ""] = /^(https?):\/\/(.*)$/is.exec(typed) ?? [];
  const host = authority.replace(/^.*@/s, "");
  const bare = host.replace(/:\d*$/, "");
  const otherWww = /^www\./i.test(host) ? host.slice(4) : `www.${host}`;
  const other = scheme.toLowerCase() === "http" ? "https" : "http";
  const weighed: [string, number][] = [
    [typed, USUAL],
    [`${other}://${authority}`, LESS_USUAL],
    [`${scheme}://${host}`, LESS_USUAL],
    [`${scheme}://${bare}`, LESS_USUAL],
    [`${other}://${bare}`, SELDOM],
    [`${scheme}://${bare}:443`, SELDOM],
    [`${scheme}://${bare}:80`, SELDOM],
    [`${other}://${bare}:80`, SELDOM],
    [`${scheme}://${bare}`.toLowerCase(), LESS_USUAL],
    [`${scheme}://${host}`.toLowerCase(), SELDOM],
    [`${other}://${bare}`.toLowerCase(), SELDOM],
    [typed.toLowerCase(), SELDOM],
    [`${scheme}://${otherWww}`, SELDOM],
    [`${other}://${otherWww}`, RARE],
  ];
  return [...new Map(weighed.toReversed())].toReversed();
}
