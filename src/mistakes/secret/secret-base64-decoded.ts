import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { base64Readings } from "../text/bytes";

export const secretBase64Decoded: Mistake = {
  id: "secret-base64-decoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was decoded from base64 before it was used.",
  why: "Code such as Buffer.from(secret, 'base64') or base64.b64decode takes any secret and turns it into other bytes.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("aGVsbG8gd29ybGQh", "hello world!"),
  nearMiss: signedWithKey("aGVsbG8gd29ybGQh", "aGVsbG8gd29ybGQ"),
  *keys(key) {
    yield* base64Readings(key);
  },
};
