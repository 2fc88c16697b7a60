export const NO_FRAGMENT = "It was signed without its fragment.";
export const NO_HOST = "It was signed without its scheme and host.";
export const OTHER_HOST = "It was signed with the host ";
export const NO_QUERY = "It was signed without its query.";

/** An address in the forms in which parsers, routers and people write it, with what was done in words. */
export function* otherAddresses(address: string): Generator<readonly [address: string, detail: string]> {
  yield* otherSchemes(address);
  const parsed = parse(address);
  if (!parsed) return;
  yield [parsed.href, "As a URL parser writes it."];
  yield [parsed.href.replace(/\/$/, ""), "As a URL parser writes it, without the slash at its end."];
  yield* otherHosts(address, parsed);
  yield* ofCopies(address);
  yield* otherEnds(address);
}

const SCHEME = /^https?:\/\//i;

function parse(address: string): URL | null {
  try {
    return new URL(SCHEME.test(address) ? address : `http://${address}`);
  } catch {
    return null;
  }
}

/** Whether this is said of an address that differs in its scheme, or has none. */
export const isOfScheme = (detail: string): boolean =>
  /^It was signed (?:without its scheme\b(?! and host)|with “(?:https?:)?\/\/”)|” was put before it/.test(
    detail,
  );

function* otherSchemes(address: string): Generator<readonly [string, string]> {
  const bare = address.replace(SCHEME, "").replace(/^\/\//, "");
  for (const scheme of ["http://", "https://", "//", ""])
    for (const end of ["", "/"]) {
      const slash = end === "" ? "" : " And with a slash at its end.";
      if (end !== "" && bare.endsWith("/")) continue;
      const text = `${scheme}${bare}${end}`;
      if (text === address) continue;
      yield [
        text,
        scheme === ""
          ? `It was signed without its scheme.${slash}`
          : `It was signed with “${scheme}”.${slash}`,
      ];
    }
  yield [`http://${address}`, "“http://” was put before it."];
  yield [`https://${address}`, "“https://” was put before it."];
  yield [bare.replace(/\/$/, ""), "It was signed without its scheme and the slash at its end."];
}

function* otherHosts(address: string, parsed: URL): Generator<readonly [string, string]> {
  const [, scheme = "", user = "", host = "", rest = ""] =
    /^((?:https?:)?\/\/|)([^/?#]*@)?([^/?#]*)([\s\S]*)$/i.exec(address) ?? [];
  const withHost = (other: string) => scheme + user + other + rest;
  if (user !== "")
    yield [scheme + host + rest, "It was signed without the user and the password before its host."];
  const port = /:\d+$/.exec(host)?.[0] ?? "";
  const name = host.slice(0, host.length - port.length);
  yield [withHost(host.toLowerCase()), "Its host was lower-case when it was signed."];
  yield [address.toLowerCase(), "It was lower-case when it was signed."];
  yield [withHost(parsed.host), "Its host was signed as a URL parser writes it."];
  yield [withHost(parsed.hostname + port), "Its host was signed in Punycode."];
  yield [withHost(unicodeHost(name) + port), "Its host was signed in its own letters, not in Punycode."];
  yield [withHost(name), "It was signed without its port."];
  for (const other of [":443", ":80", ":8080"])
    if (port === "") yield [withHost(host + other), `It was signed with the port “${other}”.`];
  if (/^www\./i.test(host)) yield [withHost(host.slice(4)), "It was signed without “www.”."];
  else yield [withHost(`www.${host}`), "It was signed with “www.”."];
  for (const [before, after] of [
    ["http://", "https://"],
    ["https://", "http://"],
  ] as const)
    if (scheme === before) {
      const other = /^www\./i.test(host) ? host.slice(4) : `www.${host}`;
      yield [after + other + rest, `It was signed with “${after}”, and “www.” differed.`];
    }
  yield [withHost(`${host}.`), "Its host ended in a dot when it was signed."];
  yield [withHost(host.replace(/\.$/, "")), "Its host was signed without the dot at its end."];
}

const COPIES = ["staging", "dev", "test", "stage", "beta", "new", "old", "preview"];
const DELIVERS = ["cdn", "static", "media", "images", "img", "assets"];
const LOCAL = ["localhost", "localhost:3000", "localhost:8000", "localhost:8080"];

/** The hosts of a site's copies, which mostly differ in their first label, and no host at all. */
function* ofCopies(address: string): Generator<readonly [string, string]> {
  const [, scheme = "", host = "", rest = ""] = /^(https?:\/\/)([^/?#@]+)([\s\S]*)$/i.exec(address) ?? [];
  if (host === "") return;
  const labels = host.split(".");
  const isOwn = labels.length > 2 && ["www", ...COPIES, ...DELIVERS].includes(labels[0] ?? "");
  const bare = isOwn ? labels.slice(1).join(".") : host;
  const withoutWww = (name: string) => name.replace(/^www\./i, "");
  for (const label of ["", "www.", ...[...COPIES, ...DELIVERS].map((name) => `${name}.`)])
    if (withoutWww(label + bare) !== withoutWww(host))
      yield [scheme + label + bare + rest, `${OTHER_HOST}“${label}${bare.slice(0, 60)}”.`];
  for (const local of LOCAL) yield [`http://${local}${rest}`, `${OTHER_HOST}“${local}”, by “http:”.`];
  if (rest.startsWith("/") && rest !== "/") {
    yield [rest, NO_HOST];
    yield [rest.slice(1), NO_HOST];
  }
}

function* otherEnds(address: string): Generator<readonly [string, string]> {
  const [beforeHash = ""] = address.split("#");
  const [beforeQuery = ""] = beforeHash.split("?");
  yield [beforeHash, NO_FRAGMENT];
  yield [beforeQuery, NO_QUERY];
  yield [`${beforeHash}#`, "It was signed with “#” at its end."];
  yield [`${beforeHash}?`, "It was signed with “?” at its end."];
  yield [address.replace(/\/$/, ""), "It was signed without the slash at its end."];
  yield [`${address}/`, "It was signed with a slash at its end."];
  yield [address.replace(/(?<=[^:/]\/)\/+/g, ""), "It was signed with single slashes."];
  yield [address.replace("://", ":/"), "It was signed with one slash after its scheme."];
  yield [
    address.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, "/"),
    "It was signed without the name of its index.",
  ];
}

/** A host’s labels in their own letters (RFC 3492, with the parameters of Punycode). */
function unicodeHost(host: string): string {
  return host
    .split(".")
    .map((label) => (/^xn--/i.test(label) ? punycodeDecode(label.slice(4).toLowerCase()) : label))
    .join(".");
}

function punycodeDecode(label: string): string {
  const last = label.lastIndexOf("-");
  const points = [...label.slice(0, Math.max(0, last))].map((char) => char.codePointAt(0) ?? 0);
  let [code, index, bias] = [128, 0, 72];
  for (let at = last < 0 ? 0 : last + 1; at < label.length; ) {
    const before = index;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = Number.parseInt(label.charAt(at++), 36);
      if (Number.isNaN(digit)) return `xn--${label}`;
      // Its digits are a to z and then 0 to 9, those of base 36 the other way round.
      const value = digit < 10 ? digit + 26 : digit - 10;
      index += value * weight;
      const threshold = Math.min(26, Math.max(1, step - bias));
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    const size = points.length + 1;
    bias = adapted(index - before, size, before === 0);
    code += Math.floor(index / size);
    index %= size;
    if (code > 0x10ffff) return `xn--${label}`;
    points.splice(index++, 0, code);
  }
  return points.map((point) => String.fromCodePoint(point)).join("");
}

function adapted(change: number, size: number, isFirst: boolean): number {
  let delta = Math.floor(change / (isFirst ? 700 : 2));
  delta += Math.floor(delta / size);
  let steps = 0;
  for (; delta > 455; steps += 36) delta = Math.floor(delta / 35);
  return steps + Math.floor((36 * delta) / (delta + 38));
}
