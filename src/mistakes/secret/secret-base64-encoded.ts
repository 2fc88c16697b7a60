import type { Key, Mistake, Telling, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { toBase64 } from "../text/bytes";
import { WIDTHS, wrappings } from "../text/wrapping";
import { RARE, SELDOM, VERY_RARE } from "../weights";

export const secretBase64Encoded: Mistake = {
  id: "secret-base64-encoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was used in its base64 form.",
  why: "Kubernetes and many vaults show secrets in base64, and the text was used as it stands.",
  fix: "Decode the stored value first, or take the secret from the vendor’s dashboard.",
  example: signedWithKey("s3cretKey", "czNjcmV0S2V5"),
  nearMiss: signedWithKey("s3cretKey", "7333637265744b6579"),
  *keys(key) {
    const encoded = toBase64(key);
    yield { value: encoded };
    yield { value: encoded.replace(/=+$/, ""), detail: "Without its “=”." };
    const urlSafe = encoded.replaceAll("+", "-").replaceAll("/", "_");
    yield { value: urlSafe, detail: "In the form for URLs." };
    yield { value: urlSafe.replace(/=+$/, ""), detail: "In the form for URLs, without “=”." };
    yield {
      value: toBase64(`${key}\n`),
      detail: "It was encoded with a line feed at its end.",
      weight: SELDOM,
    };
    yield { value: `${encoded}\n`, detail: "With a line feed after it.", after: ["LF"], weight: VERY_RARE };
    for (const [wrapped, width] of wrappings(encoded, WIDTHS))
      for (const value of [wrapped, `${wrapped}\n`])
        yield { value, detail: `Wrapped after ${width} characters.`, weight: RARE };
    for (const [pair, words] of [
      [`${key}:`, "the secret and “:”"],
      [`:${key}`, "“:” and the secret"],
    ] as const)
      yield {
        value: toBase64(pair),
        detail: `As Basic authentication writes it: ${words}.`,
        weight: VERY_RARE,
      };
    yield { value: toBase64(encoded), detail: "It was encoded twice.", weight: VERY_RARE };
    yield* respelled(key);
  },
};

/** A secret that is base64 itself, in another spelling of it. */
function* respelled(key: string): Generator<Variant<Key>> {
  const [, digits = "", padding = ""] = BASE64.exec(key) ?? [];
  const isWhole = padding ? key.length % 4 === 0 : digits.length % 4 !== 1;
  if (!digits || !isWhole) return;
  const whole = "=".repeat(-digits.length & 3);
  const urlSafe = digits.replaceAll("+", "-").replaceAll("/", "_");
  const plain = digits.replaceAll("-", "+").replaceAll("_", "/");
  for (const [value, detail] of [
    [urlSafe + padding, "With “-” and “_” for “+” and “/”."],
    [plain + padding, "With “+” and “/” for “-” and “_”."],
    [digits, "Without its “=”."],
    [urlSafe, "With “-” and “_” for “+” and “/”, and without its “=”."],
    [digits + whole, "With “=” at its end."],
    [plain + whole, "With “+” and “/” for “-” and “_”, and “=” at its end."],
  ] as const)
    if (value !== key) yield { value, detail, telling: RESPELLED };
}

/** Words with signs between them have hardly letters of both cases and digits. */
const BASE64 = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])([\w+/-]{16,})(={0,2})$/;

const RESPELLED: Telling = {
  title: "The secret was used in another spelling of base64 than it is entered here.",
  why: "Base64 for URLs has “-” and “_” for “+” and “/”, and no “=” at its end. Code that reads a secret and writes it anew may take the other spelling, and so may what showed the one entered here.",
  fix: "Look up in the vendor’s dashboard which spelling the secret has, and use that in both places.",
};
