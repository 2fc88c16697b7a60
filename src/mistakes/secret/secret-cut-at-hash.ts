import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { storedForm } from "../text/stored-forms";
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
      const way = { value: cut.trimEnd(), detail: keptOf(cut.trimEnd(), key), weight };
      yield /\s$/.test(cut) ? { ...way, ...WITH_COMMENT } : way;
      yield { value: cut, detail: keptOf(cut, key), weight };
    }
  },
};

/** A “#” behind a space begins a comment in all of these files, and hardly ever stands in a secret. */
const WITH_COMMENT = storedForm({
  title: "The secret entered here goes on with a “#” where the one that signed ends.",
  shown:
    "In .env, YAML and .ini files a “#” behind a space begins a comment, which their readers leave out; a value copied with the rest of its line has it.",
  read: "it stands without quotes where it is stored",
  cure: "put it into quotes there",
});

function keptOf(part: string, key: string): string {
  return `${part.length} of its ${key.length} characters were used.`;
}
