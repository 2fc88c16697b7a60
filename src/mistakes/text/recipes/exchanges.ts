import type { Key, Recipe } from "../../mistake";
import { concat, fromBase64 } from "../bytes";
import { BASE64, keyed, type Parts } from "./parts";

const utf8 = new TextEncoder();

/** Requests to exchanges: the moment, the method and the path with the query. */
export function* exchanges({ facts, string, path, times }: Parts): Generator<Recipe> {
  const { secret, digest, request } = facts;
  const query = request.unsigned.query ?? "";
  const keys: readonly Pick<Recipe, "key" | "keyDetail">[] = [{ key: secret }, ...decoded(secret)];
  for (const time of times)
    for (const key of keys) {
      // Coinbase Exchange, "REST API authentication"; OKX and KuCoin, "Signing a message"
      yield {
        ...key,
        message: `${time}GET${string}`,
        digest: keyed("SHA-256"),
        forms: BASE64,
        detail:
          "That of Coinbase, OKX and KuCoin: the timestamp, the method and the path with the query, and HMAC-SHA256.",
      };
      // BitMEX, "API key authentication"
      yield {
        ...key,
        message: `GET${string}${time}`,
        digest: keyed("SHA-256"),
        detail: "BitMEX’s: the method, the path with the query and the expiry, and HMAC-SHA256.",
      };
      // Kraken, "Spot REST authentication"
      yield {
        ...key,
        message: concat(utf8.encode(path), digest("SHA-256", utf8.encode(time + query))),
        digest: keyed("SHA-512"),
        forms: BASE64,
        detail: "Kraken’s: the path, then the SHA-256 of the nonce and the query, and HMAC-SHA512.",
      };
    }
}

/** The secret read as base64, where it looks like that. */
function decoded(secret: string): Pick<Recipe, "key" | "keyDetail">[] {
  const key: Key | null = /^[\w+/-]{8,}={0,2}$/.test(secret) ? fromBase64(secret) : null;
  return key ? [{ key, keyDetail: "The key was the secret read as base64." }] : [];
}
