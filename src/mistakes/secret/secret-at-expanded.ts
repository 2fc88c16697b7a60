import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretAtExpanded: Mistake = {
  id: "secret-at-expanded",
  group: "secret",
  title: "An “@” in the secret was taken for the start of a variable’s name.",
  why: "Perl replaces “@name” in double quotes by an array, which is mostly empty; some configuration readers do the same.",
  fix: "Put the secret into single quotes.",
  example: signedWithKey("k3y@home-x9", "k3y-x9"),
  nearMiss: signedWithKey("k3y@home-x9", "k3yhome-x9"),
  *keys(key) {
    const detail = "A name after “@” was replaced by nothing.";
    yield { value: key.replace(/@(?:\{\w+\}|[A-Za-z_]\w*(?:::\w+)*)/g, ""), detail };
    yield { value: key.replace(/@(?:\{\w+\}|\w+)(?:\[[^\]]*\])?/g, ""), detail };
    yield {
      value: key.replace(/[@$](?:\{\w+\}|[A-Za-z_]\w*)/g, ""),
      detail: "Names after “@” and “$” were replaced by nothing.",
    };
    yield { value: key.replaceAll("@", "\\@"), detail: "A backslash before “@” was kept." };
    yield { value: key.replaceAll("\\@", "@"), detail: "A backslash before “@” was removed." };
  },
};
