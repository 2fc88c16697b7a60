import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { percentDecode } from "../text/escapes";

export const secretUrlDecoded: Mistake = {
  id: "secret-url-decoded",
  group: "secret",
  title: "The secret was decoded, as values of a URL are, before it was used.",
  why: "Frameworks decode what travels in a query, a form or a connection string: “%41” becomes “A”, and “+” a space.",
  fix: "Encode the secret when it is sent that way, or read it from the environment.",
  example: signedWithKey("a+b%2Fc", "a b/c"),
  nearMiss: signedWithKey("a+b%2Fc", "a-b%2Fc"),
  *keys(key) {
    const spaced = key.replaceAll("+", " ");
    const detail = "Each “+” became a space.";
    yield { value: percentDecode(key) };
    yield { value: spaced, detail };
    yield { value: percentDecode(spaced), ...(spaced !== key && { detail }) };
  },
};
