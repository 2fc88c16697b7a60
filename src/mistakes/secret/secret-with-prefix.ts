import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretWithPrefix: Mistake = {
  id: "secret-with-prefix",
  group: "secret",
  answerTells: "addition",
  title: "Another vendor’s prefix stood before the secret.",
  enteredTitle: "The secret entered here has another vendor’s prefix before it.",
  why: "Amazon’s Signature Version 4 puts “AWS4” before its secret, Svix and others write “whsec_” before theirs, and Laravel “base64:” before its APP_KEY.",
  fix: "Use the secret alone.",
  example: signedWithKey("s3cretKey", "AWS4s3cretKey"),
  nearMiss: signedWithKey("s3cretKey", " s3cretKey"),
  *keys(key) {
    for (const prefix of PREFIXES) {
      yield { value: prefix + key, detail: `“${prefix}” stood before it.`, before: [prefix] };
      if (key.startsWith(prefix))
        yield {
          value: key.slice(prefix.length),
          detail: `The secret entered here begins with “${prefix}”, the secret that signed did not.`,
          entered: true,
        };
    }
  },
};

const PREFIXES = ["AWS4", "whsec_", "sk_", "key_", "secret_", "sec_", "sha1=", "sha256=", "base64:", "hex:"];
