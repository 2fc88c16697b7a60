import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SELDOM, USUAL } from "../weights";

export const secretCutAtHash: Mistake = {
  id: "secret-cut-at-hash",
  group: "secret",
  title: "The secret was cut off at its “#”.",
  why: "Readers of .env, YAML and .ini files take what follows a “#” for a comment.",
  fix: "Put the secret into quotes where it is stored.",
  example: signedWithKey("abc#def", "abc"),
  nearMiss: signedWithKey("abcdef#", "abc"),
  *keys(key) {
    for (const match of key.matchAll(/#/g)) {
      const cut = key.slice(0, match.index);
      const weight = match.index === key.indexOf("#") ? USUAL : SELDOM;
      yield { value: cut.trimEnd(), detail: keptOf(cut.trimEnd(), key), weight };
      yield { value: cut, detail: keptOf(cut, key), weight };
    }
  },
};

function keptOf(part: string, key: string): string {
  return `${part.length} of its ${key.length} characters were used.`;
}
