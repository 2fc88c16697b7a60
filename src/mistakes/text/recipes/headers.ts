import type { Recipe } from "../../mistake";
import { fromBase64 } from "../bytes";
import { BASE64, keyed, type Parts } from "./parts";

/** "Signing HTTP Messages" (draft-cavage-http-signatures), of the request's first line alone, and with its host. */
export function* httpSignatures({ facts: { secret: key }, string, host }: Parts): Generator<Recipe> {
  const line = `(request-target): get ${string}`;
  for (const message of [line, `${line}\nhost: ${host}`, `host: ${host}\n${line}`])
    for (const hash of ["SHA-256", "SHA-1"] as const)
      yield {
        key,
        message,
        digest: keyed(hash),
        forms: BASE64,
        detail:
          "That of HTTP signatures: “(request-target): get ” before the path with the query, and an HMAC.",
      };
}

/** A timestamp before what was sent. */
export function* webhooks({ facts: { secret: key }, string, times }: Parts): Generator<Recipe> {
  for (const time of times) {
    // Stripe, "Verify webhook signatures manually"
    yield {
      key,
      message: `${time}.${string}`,
      digest: keyed("SHA-256"),
      detail: "That of Stripe’s webhooks: the timestamp, a dot and the string, and HMAC-SHA256.",
    };
    // Slack, "Verifying requests from Slack"
    yield {
      key,
      message: `v0:${time}:${string}`,
      digest: keyed("SHA-256"),
      detail: "Slack’s: “v0:”, the timestamp, “:” and the string, and HMAC-SHA256.",
    };
    // Svix, "Verifying webhooks manually"; Standard Webhooks
    const decoded = fromBase64(key.replace(/^whsec_/, ""));
    if (decoded)
      yield {
        key: decoded,
        keyDetail: "The key was the secret read as base64.",
        message: `${time}.${string}`,
        digest: keyed("SHA-256"),
        forms: BASE64,
        detail: "That of Svix’s webhooks: the timestamp, a dot and the string, and HMAC-SHA256.",
      };
  }
}
