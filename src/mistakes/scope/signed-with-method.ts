import type { UrlText } from "../../signing/types";
import { hostOf } from "../../signing/url-text";
import type { Facts, Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { jointName } from "../text/joints";
import { VERY_RARE } from "../weights";

export const signedWithMethod: Mistake = {
  id: "signed-with-method",
  group: "scope",
  title: "The method of the request was signed too.",
  why: "APIs that sign requests, such as those of AWS or with OAuth, begin the string with “GET” or “POST”, and code for them may have been reused.",
  fix: "Leave the method out of the string that is signed.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `GET\n${SIGNED}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `\n${SIGNED}` },
  *messages(message) {
    for (const joint of JOINTS.slice(0, 3))
      yield {
        value: `GET${joint}${message}`,
        detail: `“GET” and ${jointName(joint)} before it.`,
        weight: VERY_RARE,
      };
  },
  alone: withMethod,
};

const JOINTS = ["\n", " ", "", "&", ":", "|", ",", ".", "\r\n"];

function* withMethod({ origin, path, query }: UrlText, { rule, request }: Facts): Generator<Variant<string>> {
  const right = rule(request.unsigned);
  const full = `${origin}${path}${query === null ? "" : `?${query}`}`;
  const local = full.slice(origin.length);
  const host = hostOf(origin);
  for (const method of ["GET", "POST", "HEAD", "PUT", "get", "post", "Get"])
    for (const text of new Set([right, local, full, query ?? right]))
      for (const joint of JOINTS) {
        const name = jointName(joint);
        const before = `“${method}” and ${name} before it.`;
        yield { value: `${method}${joint}${text}`, detail: before };
        yield {
          value: `${method}${joint}${encodeURIComponent(text)}`,
          detail: `${before} It was percent-encoded.`,
        };
        yield { value: `${text}${joint}${method}`, detail: `“${method}” after it, with ${name} between.` };
      }
  for (const method of ["GET", "POST"]) {
    yield { value: `${method} ${local} HTTP/1.1`, detail: "The first line of the request." };
    for (const joint of ["\n", "&", "", " ", ":", "|"]) {
      const parts = [method, host, path, query ?? ""];
      const detail = `${parts.length} parts: method, host, path and query.`;
      yield { value: parts.join(joint), detail };
      yield {
        value: [method, path, query ?? ""].join(joint),
        detail: "Three parts: method, path and query.",
      };
      yield {
        value: [method, `${origin}${path}`, query ?? ""].map(encodeURIComponent).join(joint),
        detail: "Method, address and parameters, each percent-encoded, as OAuth 1.0 says.",
      };
    }
  }
}
