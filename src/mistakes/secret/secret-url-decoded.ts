import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { percentDecode } from "../text/escapes";
import { storedForm } from "../text/stored-forms";
import { OFTEN } from "../weights";

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
    yield { value: percentDecode(key), ...ESCAPED };
    yield { value: spaced, detail };
    yield { value: percentDecode(spaced), ...(spaced !== key && { detail }), ...ESCAPED };
    yield { value: key.replaceAll(" ", "+"), weight: OFTEN, ...SPACED };
  },
};

const ESCAPED = storedForm({
  title: "The secret entered here has percent-escapes, and the one that signed what they stand for.",
  shown:
    "In a URL or a connection string a secret is percent-encoded, and what reads it there gets the secret itself.",
  read: "a framework decoded it, as it does the values of a query or a form",
  cure: "encode it where it is sent that way, or read it from the environment",
});

const SPACED = storedForm({
  title: "The secret entered here has a space where the one that signed has “+”.",
  shown: "What decodes the values of a query or a form makes a space of each “+”, also where it shows them.",
  read: "code encoded it as a form does",
  cure: "use it as it stands where it is signed",
});
