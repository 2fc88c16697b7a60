import { escapeText } from "../../../signing/escapes";
import type { AnyHash, Recipe } from "../../mistake";
import { decodedPairs, type Pair, pairsOf } from "../parameters";
import { BASE64, keyed, type Parts } from "./parts";

const SALTS: readonly (readonly [salt: string, owner: string, hash: AnyHash])[] = [
  ["itsdangerous.Signer", "itsdangerous’ Signer", "SHA-1"],
  ["itsdangerous", "itsdangerous’ serializers", "SHA-1"],
  ["django.core.signing.Signer", "Django’s Signer", "SHA-256"],
  ["django.core.signing.TimestampSigner", "Django’s TimestampSigner", "SHA-256"],
  ["django.core.signing", "Django’s signing.dumps", "SHA-256"],
  ["django.core.signing.Signer", "the Signer of Django before 3.1", "SHA-1"],
  ["django.core.signing", "signing.dumps of Django before 3.1", "SHA-1"],
];

/** The key made of the secret and a name (itsdangerous' `derive_key`, Django's `salted_hmac`). */
export function* derivedKeys({ facts: { secret, digest }, string, path }: Parts): Generator<Recipe> {
  for (const [salt, owner, hash] of SALTS) {
    const key = digest(hash, new TextEncoder().encode(`${salt}signer${secret}`));
    for (const message of new Set([string, path]))
      yield {
        key,
        keyDetail: `The key was the ${hash} of “${salt}signer” and the secret.`,
        message,
        digest: keyed(hash),
        forms: BASE64,
        detail: `That of ${owner}: HMAC-${hash.replace("-", "")} with a key derived from the secret.`,
      };
  }
}

/** A request with its method. */
export function* requests({
  facts: { secret, request },
  pairs: [decoded = []],
  base,
  host,
  path,
}: Parts): Generator<Recipe> {
  const inOrder = (pairs: readonly Pair[]) =>
    pairs.map(({ name, value }) => `${escapeText(name)}=${escapeText(value)}`);
  const query = inOrder(decoded).sort().join("&");
  const escaped = escapeText(query);
  const unsorted = escapeText(inOrder(decodedPairs(pairsOf(request.unsigned))).join("&"));
  // RFC 5849, 3.4
  for (const address of new Set([base, base.replace(/^https:/, "http:"), base.replace(/^http:/, "https:")]))
    for (const hash of ["SHA-1", "SHA-256"] as const)
      for (const [text, sorted] of new Map([
        [unsorted, "the parameters"],
        [escaped, "the sorted parameters"],
      ]))
        yield {
          key: `${secret}&`,
          keyDetail: "The key was the secret with “&” after it.",
          message: `GET&${escapeText(address)}&${text}`,
          digest: keyed(hash),
          forms: BASE64,
          detail: `That of OAuth 1.0: the method, the address and ${sorted}, each escaped and joined with “&”, and an HMAC.`,
        };
  // Alibaba Cloud, "Request signatures" of its RPC style
  yield {
    key: `${secret}&`,
    keyDetail: "The key was the secret with “&” after it.",
    message: `GET&%2F&${escaped}`,
    digest: keyed("SHA-1"),
    forms: BASE64,
    detail: "That of Alibaba Cloud: the method, “%2F” and the sorted parameters, escaped, and HMAC-SHA1.",
  };
  // AWS General Reference, "Signature version 2"
  for (const hash of ["SHA-256", "SHA-1"] as const)
    yield {
      key: secret,
      message: `GET\n${host}\n${path}\n${query}`,
      digest: keyed(hash),
      forms: BASE64,
      detail:
        "That of AWS’ signature version 2: a line each for method, host, path and sorted query, and an HMAC.",
    };
}
