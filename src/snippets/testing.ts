import { readFileSync } from "node:fs";
import { schemes } from "../schemes";
import { libpixel } from "../schemes/libpixel";
import type { Scheme } from "../schemes/scheme";
import { urlbox } from "../schemes/urlbox";
import { type ComputationName, sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import { joinParts } from "../signing/sign";
import type { KnownAnswer } from "./language";
import { planSnippet } from "./plan";

export interface Case {
  readonly name: string;
  readonly scheme: Scheme;
  readonly url: string;
  readonly secret: string;
  readonly hash?: ComputationName;
  readonly locale?: string;
}

/** Everything that some language treats as special inside one of its literals, and cannot end a URL's part. */
export const AWKWARD =
  "'\"$HOME$(id)`id`\\n\\\\u0022\\u0041\\x41\\0%s%d%%n%27{x}{{x}}{signature}$" +
  "{x}{$x}$x!!;&|<>*/}@~^[a]--'''\"\"\"";
export const AFTER_HASH = `#${AWKWARD}#{x}#$x#@x?>//`;
const CONTROLS = "\0\x01\b\t\n\v\r\x1b\x7f\x85\xa0\u2028\ufeff\u202e";
const UNICODE = "bücher.例え.😀\ud800";

export const cases: readonly Case[] = [
  {
    name: "a vendor's example",
    scheme: libpixel,
    url: "https://t.libpx.com/images/1.jpg?width=200",
    secret: "s3",
  },
  {
    name: "special characters everywhere",
    scheme: libpixel,
    url: `https://${AWKWARD.replaceAll("/", "")}@h/${AWKWARD}?${AWKWARD}${AFTER_HASH}`,
    secret: "k".repeat(64),
  },
  {
    name: "characters beyond ASCII and control characters, where signing leaves them",
    scheme: urlbox,
    url: `https://${UNICODE}${CONTROLS}7@h/v1/KEY${UNICODE}/png?url=${UNICODE}${CONTROLS}#${CONTROLS}7${UNICODE}`,
    secret: "Schlüssel ☃ 😀",
    hash: "SHA-256",
  },
  {
    name: "a locale that is not UTF-8",
    scheme: libpixel,
    url: `https://${UNICODE}/?src=${UNICODE}#${UNICODE}`,
    secret: "ascii",
    locale: "C",
  },
  {
    name: "a secret beyond ASCII in a bare container's locale",
    scheme: libpixel,
    url: "https://t.libpx.com/1.jpg?width=200",
    secret: "Schlüssel ☃ 😀",
    locale: "POSIX",
  },
  {
    name: "a link that is built from a page's address",
    scheme: urlbox,
    url: "https://example.com/pricing?plan=team&x='#top",
    secret: "my_secret_key",
    hash: "SHA-256",
  },
  {
    name: "200 kB",
    scheme: urlbox,
    url: `https://api.urlbox.com/v1/KEY/pdf?html=${"%3Cp%3E\\'\"$x".repeat(16_000)}#${"é".repeat(9_000)}`,
    secret: "k".repeat(65),
  },
  {
    name: "1 MB",
    scheme: libpixel,
    url: `https://t.libpx.com/?src=${"'\"\\%7B$x".repeat(120_000)}`,
    secret: "k".repeat(1000),
  },
  {
    name: "a line of a log, which has no host",
    scheme: libpixel,
    url: '"GET /a/b.jpg?width=640&signature=e554aecab6b596ed56da4ad5ad294de10471f26b HTTP/1.1" 403',
    secret: "s3",
  },
  {
    name: "a render link's line of a log",
    scheme: urlbox,
    url: `"GET /v1/KEY/${"0123456789".repeat(4)}/png?url=https%3A%2F%2Fexample.com HTTP/1.1" 401`,
    secret: "s3",
  },
  { name: "neither path nor query", scheme: libpixel, url: "https://t.libpx.com", secret: "a-b" },
  { name: "a query without path", scheme: libpixel, url: "https://t.libpx.com?src=x#/?src=x", secret: "a-b" },
  { name: "a root path", scheme: libpixel, url: "https://t.libpx.com/", secret: "-hmac" },
  {
    name: "a line break at the end",
    scheme: libpixel,
    url: "'https://t.libpx.com/?a#\n'",
    secret: "$HOME`id`",
  },
  {
    name: "a token by SHA-1",
    scheme: urlbox,
    url: "https://h/v1/K/png?url=a%3Fb?c",
    secret: "my_secret_key",
  },
  {
    name: "a format that looks like the query",
    scheme: urlbox,
    url: `https://h/v1/url=${AWKWARD.replaceAll("/", "")}/url=x?url=x`,
    secret: " \"' \\ ",
    hash: "SHA-256",
  },
  { name: "a line break in the secret", scheme: urlbox, url: "https://h/v1/K/png?url=x", secret: "a\nb\n" },
  { name: "200 bytes of secret", scheme: urlbox, url: "https://h/v1/K/png?url=x", secret: "é".repeat(100) },
];
/** A published answer, as a scheme's `vectors.json` has it. */
export interface Vector {
  readonly url: string;
  readonly hash: ComputationName;
  readonly secret: string;
  readonly signedUrl: string;
}

export const vectorsOf = (scheme: Scheme): readonly Vector[] =>
  JSON.parse(readFileSync(new URL(`../schemes/${scheme.id}/vectors.json`, import.meta.url), "utf8"));
/** A case whose answer was published, or is the page's own. */
export type Tested = Case & { readonly signedUrl?: string };

/**
 * For each scheme and hash an answer that was published, so that code which computes something else than the vendor does cannot agree with a page
 * that errs in the same way.
 */
export const published: readonly Tested[] = schemes.flatMap((scheme) =>
  scheme.hashes.flatMap((hash) =>
    vectorsOf(scheme)
      .filter((vector) => vector.hash === hash)
      .slice(0, 1)
      .map((vector) => ({ ...vector, name: `a published answer of ${scheme.label}, ${hash}`, scheme })),
  ),
);

export const PROGRAMS = ["function", "script"] as const;
export async function solve({ scheme, url, secret, hash = scheme.hashes[0] }: Case) {
  const { request } = readPaste(scheme, url, { apiKey: "KEY", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  const signature = await sign(hash, secret, request.value.signingString);
  const plan = planSnippet(scheme, request.value, hash);
  const signedUrl = joinParts(scheme.assemble(request.value, signature)).toWellFormed();
  const known: KnownAnswer = { url: plan.unsignedUrl, secret, signedUrl };
  return { plan, signedUrl, known };
}
