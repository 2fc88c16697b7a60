import type { Recipe } from "../../mistake";
import { fromBase64 } from "../bytes";
import { BASE64, keyed, type Parts, plain } from "./parts";

/** Links to files that expire. */
export function* storesAndLinks({ facts: { secret: key }, path, string, times }: Parts): Generator<Recipe> {
  for (const time of ["", ...times]) {
    const words = time === "" ? "" : "the expiry, ";
    // nginx, "ngx_http_secure_link_module"
    yield {
      key,
      message: time + path,
      digest: plain("MD5", "message+key", " "),
      forms: BASE64,
      detail: `That of nginx’s secure_link: ${words}the path, a space and the secret, and MD5.`,
    };
    // Bunny CDN, "Token authentication"
    if (time !== "") {
      yield {
        key,
        message: path + time,
        digest: plain("SHA-256", "key+message"),
        forms: BASE64,
        detail: "That of Bunny’s CDN: the secret, the path and the expiry, and SHA-256.",
      };
      yield {
        key,
        message: path + time,
        digest: plain("MD5", "key+message"),
        forms: BASE64,
        detail: "The old one of Bunny’s CDN: the secret, the path and the expiry, and MD5.",
      };
      // Amazon S3, "Signing and authenticating REST requests" (signature version 2)
      yield {
        key,
        message: `GET\n\n\n${time}\n${path}`,
        digest: keyed("SHA-1"),
        forms: BASE64,
        detail: "That of Amazon S3’s version 2: the method, the expiry and the path on lines, and HMAC-SHA1.",
      };
    }
  }
  // nginx, the directive secure_link_secret
  yield {
    key,
    message: path.slice(1),
    digest: plain("MD5", "message+key"),
    detail: "That of nginx’s secure_link_secret: the path without its first slash and the secret, and MD5.",
  };
  // ImageKit, "Signed URLs": the expiry is 9999999999 where none is given
  for (const time of [...times, "9999999999"])
    yield {
      key,
      message: string.replace(/^\//, "") + time,
      digest: keyed("SHA-1"),
      detail: "ImageKit’s: the path without its first slash, the query and the expiry, and HMAC-SHA1.",
    };
  // imgix, "Securing assets"
  yield {
    key,
    message: string,
    digest: plain("MD5", "key+message"),
    detail: "imgix’s: the secret, then the path with the query, and MD5.",
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
