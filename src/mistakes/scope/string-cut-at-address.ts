import { hostOf } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { SELDOM } from "../weights";

const URL = `${HOST}/?src=https://cdn.example.com/a.jpg&width=200&signature={}`;

export const stringCutAtAddress: Mistake = {
  id: "string-cut-at-address",
  group: "scope",
  title: "The string that was signed ended before the “://” of the address inside the URL.",
  why: "Code that splits a URL at “://” and takes the second part, as the signer for CloudFront in Ruby once did, loses all that follows the next one.",
  fix: "Split at the first “://” alone, or write the one inside as “%3A%2F%2F”.",
  example: { url: URL, secret: SECRET, signed: "/?src=https" },
  nearMiss: { url: URL, secret: SECRET, signed: "/?src=https:" },
  *alone(url, { rule, request }) {
    const own = rule(url);
    const host = hostOf(request.typed.origin);
    for (const [string, detail] of [
      [own, undefined],
      [host + own, "The host stood before it."],
    ] as const) {
      const at = string.indexOf("://");
      if (at > 0) yield { value: string.slice(0, at), detail, weight: SELDOM };
    }
  },
};
