import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { encodeLike, spellingsOf } from "../text/encoders";
import { SELDOM, USUAL } from "../weights";

export const secretUrlEncoded: Mistake = {
  id: "secret-url-encoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was percent-encoded before it was used.",
  why: "Code that passes all values through encodeURIComponent or urlencode may pass the secret, too.",
  fix: "Use the secret as it stands; only parameter values are encoded.",
  example: signedWithKey("a/b+c", "a%2Fb%2Bc"),
  nearMiss: signedWithKey("a/b+c", "a/b c"),
  *keys(key) {
    for (const spelling of spellingsOf(key)) {
      yield {
        value: encodeLike(spelling, key),
        detail: `Encoded as ${spelling.name}.`,
        weight: spelling.isOwnCase ? USUAL : SELDOM,
      };
    }
  },
};
