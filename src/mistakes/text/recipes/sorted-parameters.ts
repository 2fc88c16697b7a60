import type { Recipe } from "../../mistake";
import { BASE64, hmacOf, joinedBy, keyed, type Parts, plain, UPPER } from "./parts";

/** The parameters sorted, and a plain hash of them and the secret. */
export function* sortedAndSecret({
  facts: {
    secret: key,
    request: { unsigned },
  },
  pairs: readings,
  path,
}: Parts): Generator<Recipe> {
  for (const pairs of readings) {
    const [query, run] = [joinedBy(pairs, "&"), joinedBy(pairs, "", "")];
    // Cloudinary, "Generating authentication signatures"
    for (const hash of ["SHA-1", "SHA-256"] as const)
      yield {
        key,
        message: query,
        digest: plain(hash, "message+key"),
        detail: `Cloudinary’s: the parameters sorted, the secret after them, and a plain ${hash}.`,
      };
    // WeChat Pay, "Signature algorithm"; Alipay's MD5 gateway
    yield {
      key,
      message: query,
      digest: plain("MD5", "message+key", "&key="),
      forms: UPPER,
      detail: "WeChat Pay’s: the parameters sorted, “&key=” and the secret after them, and MD5.",
    };
    // League Glide, src/Signatures/Signature.php
    yield {
      key,
      message: `${path.slice(1)}?${query}`,
      digest: plain("MD5", "key+message", ":"),
      detail:
        "That of PHP’s Glide: the secret, “:”, the path without its first slash and the sorted query, and MD5.",
    };
    // PayFast, "Custom integration: create a security signature", in the order of its form
    for (const text of new Set([unsigned.query ?? "", query]))
      yield {
        key,
        message: text,
        digest: plain("MD5", "message+key", "&passphrase="),
        detail: "PayFast’s: the parameters, “&passphrase=” and the secret after them, and MD5.",
      };
    yield {
      key,
      message: query,
      digest: plain("MD5", "message+key"),
      detail: "That of Alipay’s MD5 gateway: the parameters sorted, the secret after them, and MD5.",
    };
    // Vonage, "Signing messages"
    yield {
      key,
      message: `&${query}`,
      digest: plain("MD5", "message+key"),
      detail: "Vonage’s: “&” before each of the sorted parameters, the secret after them, and MD5.",
    };
    // Flickr, "Authentication API"; Last.fm, "Sign your calls"; Taobao Open Platform
    yield {
      key,
      message: run,
      digest: plain("MD5", "key+message"),
      detail: "Flickr’s: the secret, then the sorted names and values with nothing between, and MD5.",
    };
    yield {
      key,
      message: run,
      digest: plain("MD5", "message+key"),
      detail: "Last.fm’s: the sorted names and values with nothing between, then the secret, and MD5.",
    };
    yield {
      key,
      message: run,
      digest: plain("MD5", "key+message+key"),
      forms: UPPER,
      detail: "Taobao’s: the sorted names and values between two secrets, and MD5.",
    };
  }
}

/** The parameters sorted, and an HMAC of them. */
export function* sortedAndKeyed({ facts, pairs: readings, base, path }: Parts): Generator<Recipe> {
  const { secret: key, digest, request } = facts;
  const { query } = request.unsigned;
  const isSorted = readings.some((pairs) => pairs.length > 1 && joinedBy(pairs, "&") === query);
  // Urlbox, "Generating the auth token"
  if (query)
    yield {
      key,
      message: query,
      digest: keyed("SHA-256"),
      detail: `Urlbox’s: the query alone, as it stands, and HMAC-SHA256.${isSorted ? SHOPIFY : ""}`,
    };
  for (const pairs of readings) {
    // Shopify, "Authenticate app proxies" and "Verify requests in OAuth"
    if (pairs.length > 1)
      yield {
        key,
        message: joinedBy(pairs, ""),
        digest: keyed("SHA-256"),
        detail:
          "That of Shopify’s app proxies: the parameters sorted and joined with nothing between, and HMAC-SHA256.",
      };
    yield {
      key,
      message: joinedBy(pairs, "&"),
      digest: keyed("SHA-256"),
      detail: "That of Shopify’s OAuth: the sorted query alone, and HMAC-SHA256.",
    };
    // Instagram, "Secure API requests"
    if (pairs.length > 0)
      yield {
        key,
        message: `${path}|${joinedBy(pairs, "|")}`,
        digest: keyed("SHA-256"),
        detail: "Instagram’s: the path and each of the sorted parameters with “|” between, and HMAC-SHA256.",
      };
    // Twilio, "Security"
    for (const [address, words] of [
      [base, "the URL without its query"],
      [`${base}?${query}`, "the URL with its query"],
    ] as const)
      yield {
        key,
        message: address + joinedBy(pairs, "", ""),
        digest: keyed("SHA-1"),
        forms: BASE64,
        detail: `Twilio’s: ${words}, then the sorted names and values with nothing between, and HMAC-SHA1.`,
      };
    // Telegram, "Login Widget: checking authorization"
    yield {
      key: digest("SHA-256", new TextEncoder().encode(key)),
      keyDetail: "The key was the SHA-256 of the secret.",
      message: joinedBy(pairs, "\n"),
      digest: keyed("SHA-256"),
      detail:
        "That of Telegram’s login: a line for each of the sorted parameters, and HMAC-SHA256 with the hashed secret.",
    };
    // Telegram, "Validating data received via the Mini App"
    yield {
      key: hmacOf(facts, "SHA-256", new TextEncoder().encode("WebAppData"), key),
      keyDetail: "The key was the HMAC-SHA256 of the secret, with “WebAppData” as its key.",
      message: joinedBy(pairs, "\n"),
      digest: keyed("SHA-256"),
      detail:
        "That of Telegram’s Mini Apps: a line for each of the sorted parameters, and HMAC-SHA256 with a derived key.",
    };
  }
}

const SHOPIFY = " Shopify’s OAuth makes the same of sorted parameters, and these are.";
