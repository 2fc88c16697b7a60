import type { UrlText } from "../../signing/types";
import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { withBetween } from "../text/joints";
import { arrangements } from "../text/parameters";
import { EXPECTED, RARE } from "../weights";

export const secretInTheString: Mistake = {
  id: "secret-in-the-string",
  group: "scope",
  ofHmac: true,
  holdsSecret: true,
  title: "The secret was part of the string that was signed.",
  why: "Services that hash a string without an HMAC, or sign with a salt such as imgproxy, put the secret into it, and code for them may have been reused.",
  fix: "Use the secret as the key of the HMAC and leave it out of the string.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SECRET}${SIGNED}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { mode: "key+message" } },
  *messages(message, { secret }) {
    if (secret === "") return;
    yield { value: secret, weight: EXPECTED, telling: SECRET_ALONE };
    yield { value: secret + message, detail: "It stood before the string.", weight: RARE };
    yield { value: message + secret, detail: "It stood after the string.", weight: RARE };
  },
  *alone(url, { rule, secret, signatureNames }) {
    if (secret === "") return;
    const full = `${url.origin}${url.path}${url.query === null ? "" : `?${url.query}`}`;
    const local = full.slice(url.origin.length);
    const texts = new Set([rule(url), url.path, url.query ?? "", full, local, ...rejoined(url)]);
    for (const text of texts) {
      for (const joint of ["", ...JOINTS]) {
        const between = withBetween(joint);
        yield { value: secret + joint + text, detail: `It stood before the string${between}.` };
        yield { value: text + joint + secret, detail: `It stood after the string${between}.` };
        yield { value: secret + joint + text + joint + secret, detail: `It stood at both ends${between}.` };
      }
      for (const name of [...NAMES, ...signatureNames]) {
        const joint = text.includes("?") || !text.startsWith("/") ? "&" : "?";
        const detail = `It stood there as the parameter “${name}”.`;
        yield { value: `${text}${joint}${name}=${secret}`, detail };
        yield { value: `${text}${joint}${name}=${encodeURIComponent(secret)}`, detail };
        const at = text.indexOf("?") + 1;
        if (at > 0 || joint === "&")
          yield { value: `${text.slice(0, at)}${name}=${secret}&${text.slice(at)}`, detail };
      }
    }
  },
};

const SECRET_ALONE: Telling = {
  title: "The secret was signed in the place of the string.",
  why: "Its variable was handed over in the place of the string, as an order of arguments that was mixed up does.",
  fix: "Hand over the secret as the key, and the string as the message.",
};

/** As payment services join them before they add the secret. */
function* rejoined(url: UrlText): Generator<string> {
  for (const [pairs] of arrangements(url)) {
    yield pairs.map(({ name, value }) => `${name}=${value}`).join("&");
    yield pairs.map(({ name, value }) => `${name}=${value}`).join("");
    yield pairs.map(({ name, value }) => name + value).join("");
    yield pairs.map(({ value }) => value).join("");
  }
}

const JOINTS = [":", ".", "\n", "&", "|", "-", " ", "_", ",", ";", "/", "?", "+", "\r\n"];
const NAMES = [
  "secret",
  "key",
  "api_secret",
  "apiSecret",
  "secret_key",
  "secretKey",
  "api_key",
  "apikey",
  "apiKey",
  "app_secret",
  "client_secret",
  "access_token",
  "auth",
  "salt",
  "passphrase",
  "password",
  "token",
  "sign_key",
];
