import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { base64Readings } from "../text/bytes";
import { decodedWays } from "../text/stored-forms";

export const secretBase64Decoded: Mistake = {
  id: "secret-base64-decoded",
  group: "secret",
  answerTells: "name",
  title: "The secret was decoded from base64 before it was used.",
  why: "Code such as Buffer.from(secret, 'base64') or base64.b64decode takes any secret and turns it into other bytes.",
  fix: "Use the secret’s characters as they stand, as UTF-8.",
  example: signedWithKey("s3cretKeyABC", Uint8Array.of(179, 119, 43, 122, 210, 158, 200, 0, 66)),
  nearMiss: signedWithKey("s3cretKeyABC", "s3cretKeyAB"),
  *keys(key) {
    yield* decodedWays(
      base64Readings(key),
      "the base64 form",
      "Kubernetes, vaults and the consoles of clouds show a secret in base64 and give the code the secret itself.",
      "code such as Buffer.from(secret, 'base64') decoded it",
    );
  },
};
