import { cutQuery } from "../../../signing/url-text";
import type { Recipe } from "../../mistake";
import { fromHex } from "../bytes";
import { percentDecode } from "../escapes";
import { joined } from "../respell";
import { BASE64, keyed, type Parts, plain } from "./parts";

/** Links to files that expire. */
export function* storesAndLinks(parts: Parts): Generator<Recipe> {
  const {
    facts: { secret: key },
    path,
    string,
    times,
  } = parts;
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
      // Cloudflare, "Configure token authentication"
      yield {
        key,
        message: path + time,
        digest: keyed("SHA-256"),
        forms: [...BASE64, "signature-with-prefix"],
        detail: "That of Cloudflare’s token authentication: the path and the timestamp, and HMAC-SHA256.",
      };
      // spatie/url-signer, src/MD5UrlSigner.php: the URL is that before the expiry was added
      yield {
        key,
        message: `${withoutValue(parts, time)}::${time}`,
        digest: plain("MD5", "message+key", "::"),
        detail:
          "That of PHP’s spatie/url-signer: the URL, the expiry and the secret with “::” between, and MD5.",
      };
      // Fastly, "Token-based authentication"
      yield {
        key,
        message: path + time,
        digest: keyed("SHA-1"),
        detail: "Fastly’s: the path and the expiry, and HMAC-SHA1.",
      };
      // KeyCDN, "Secure token"
      yield {
        key,
        message: path + key + time,
        digest: plain("MD5", "message"),
        forms: BASE64,
        holdsSecret: true,
        detail: "KeyCDN’s: the path, the secret and the expiry, and MD5.",
      };
      // CDN77, "Secure token"
      yield {
        key,
        message: time + path,
        digest: plain("MD5", "message+key"),
        forms: BASE64,
        detail: "CDN77’s: the expiry, the path and the secret, and MD5.",
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

/** The URL less the parameter that has this value. */
function withoutValue({ base, facts: { request } }: Parts, value: string): string {
  const left = cutQuery(request.unsigned.query ?? "").filter((parameter) => parameter.value !== value);
  return left.length === 0 ? base : `${base}?${joined(left)}`;
}

/** Akamai, "EdgeAuth token": the fields that stand before “~hmac=”, with a key in hex. */
export function* edgeTokens({ facts: { secret, request }, path }: Parts): Generator<Recipe> {
  const fields = /^(.+)~hmac=/.exec(percentDecode(request.found?.text ?? ""))?.[1];
  if (!fields) return;
  const keys: readonly Pick<Recipe, "key" | "keyDetail">[] = [
    { key: fromHex(secret), keyDetail: "The key was the secret read as hex." },
    { key: secret },
  ];
  for (const key of keys)
    for (const message of [fields, `${fields}~url=${path}`])
      yield {
        ...key,
        message,
        digest: keyed("SHA-256"),
        forms: ["signature-with-prefix"],
        detail: "That of Akamai’s tokens: the fields before “~hmac=”, and HMAC-SHA256.",
      };
}
