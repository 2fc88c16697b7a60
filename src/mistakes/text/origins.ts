/** The origin as typed, with the other scheme, with its port dropped or written out, and in lower case. */
export function origins(typed: string): [origin: string, weight: number][] {
  const [, scheme = "https", authority = ""] = /^(https?):\/\/(.*)$/is.exec(typed) ?? [];
  const host = authority.replace(/^.*@/s, "");
  const bare = host.replace(/:\d*$/, "");
  const other = scheme.toLowerCase() === "http" ? "https" : "http";
  const weighed: [string, number][] = [
    [typed, 1],
    [`${other}://${authority}`, 1.1],
    [`${scheme}://${host}`, 1.1],
    [`${scheme}://${bare}`, 1.1],
    [`${other}://${bare}`, 1.2],
    [`${scheme}://${bare}:443`, 1.2],
    [`${scheme}://${bare}:80`, 1.2],
    [`${other}://${bare}:80`, 1.2],
    [`${scheme}://${bare}`.toLowerCase(), 1.15],
    [`${scheme}://${host}`.toLowerCase(), 1.2],
    [`${other}://${bare}`.toLowerCase(), 1.2],
    [typed.toLowerCase(), 1.2],
  ];
  return [...new Map(weighed.toReversed())].toReversed();
}
