import { escapeText } from "../../signing/escapes";
import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { encodeLike, spellingsOf } from "../text/encoders";
import { SELDOM, SINGLE_ONLY, USUAL } from "../weights";

export const secretUrlEncoded: Mistake = {
  id: "secret-url-encoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was percent-encoded before it was used.",
  why: "Code that passes all values through encodeURIComponent or urlencode may pass the secret, too, and a URL parser gives the password of “scheme://key:secret@host” still encoded.",
  fix: "Use the secret as it stands: encode only parameter values, and decode what a URL parser gives.",
  example: signedWithKey("a/b+c", "a%2Fb%2Bc"),
  nearMiss: signedWithKey("a/b+c", "a/b c"),
  *keys(key) {
    for (const spelling of spellingsOf(key)) {
      yield {
        value: encodeLike(spelling, key),
        detail: `Encoded as ${spelling.name}.`,
        weight: spelling.keep === "" ? SINGLE_ONLY : spelling.isOwnCase ? USUAL : SELDOM,
      };
    }
    for (const [escaped, maker] of PASSWORDS)
      yield {
        value: key.replace(escaped, escapeText),
        detail: `Encoded as ${maker} writes a password into a URL.`,
      };
  },
};

/** What each escapes in a password: the “userinfo percent-encode set” (WHATWG URL, 1.3), and Go’s `shouldEscape` of `net/url`. */
const PASSWORDS: readonly (readonly [escaped: RegExp, maker: string])[] = [
  [/[^A-Za-z0-9!$%&'()*+,\-._~]/gu, "JavaScript’s URL"],
  [/[^A-Za-z0-9$&+,;=\-._~]/gu, "Go’s net/url"],
];
