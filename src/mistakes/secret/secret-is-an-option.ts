import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SINGLE_ONLY } from "../weights";

export const secretIsAnOption: Mistake = {
  id: "secret-is-an-option",
  group: "secret",
  answerTells: "other key",
  overrides: true,
  title: "An option of the command was used as the secret.",
  why: "openssl takes the word after “-hmac” for the key: where the variable there is empty and stands without quotes, or the key was left out, that is the next option.",
  fix: "Put the variable into quotes, and let the script stop where it is empty.",
  example: signedWithKey("s3cretKey", "-binary"),
  nearMiss: signedWithKey("s3cretKey", "-base64"),
  *keys(key) {
    for (const value of OPTIONS)
      if (value !== key)
        yield {
          value,
          detail: `The secret was “${value}”.`,
          ...(value.startsWith("-mac") && { fix: OTHER_WAY }),
          weight: SINGLE_ONLY,
        };
  },
};

const OTHER_WAY = "Write “-mac HMAC -macopt key:…” without “-hmac”, or the secret right behind “-hmac”.";

/** Those of “openssl dgst” that stand behind “-hmac”. */
const OPTIONS = [
  "-hex",
  "-binary",
  "-r",
  "-c",
  "-sha1",
  "-sha256",
  "-sha512",
  "-macopt",
  "-mac",
  "-out",
  "-hmac",
  "-",
];
