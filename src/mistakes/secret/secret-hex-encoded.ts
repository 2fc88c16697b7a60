import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { utf8Hex } from "../text/bytes";
import { wrappings } from "../text/wrapping";
import { RARE } from "../weights";

export const secretHexEncoded: Mistake = {
  id: "secret-hex-encoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was turned into hexadecimal before it was used.",
  why: "Some tools want the secret as hex digits, such as openssl with “hexkey:”; elsewhere the digits are taken for the secret itself.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("abc", "616263"),
  nearMiss: signedWithKey("abc", "YWJj"),
  *keys(key) {
    yield { value: utf8Hex(key) };
    yield { value: utf8Hex(key).toUpperCase(), detail: "With upper-case digits." };
    yield { value: `0x${utf8Hex(key)}`, detail: "With “0x” before it.", weight: RARE };
    for (const [wrapped] of wrappings(utf8Hex(key), [60]))
      for (const value of [wrapped, `${wrapped}\n`])
        yield { value, detail: "Wrapped after 60 digits, as xxd -p writes it.", weight: RARE };
  },
};
