import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { RARE } from "../weights";

export const secretWithAmpersand: Mistake = {
  id: "secret-with-ampersand",
  group: "secret",
  answerTells: "addition",
  title: "The secret was used with “&” behind it.",
  why: "That is how OAuth 1.0 builds its key: two secrets with “&” between them, of which the second is empty.",
  fix: "Use the secret alone: compute the {computation} yourself instead of with an OAuth library.",
  example: signedWithKey("s3cretKey", "s3cretKey&"),
  nearMiss: signedWithKey("s3cretKey", "s3cretKey "),
  *keys(key) {
    yield { value: `${key}&`, detail: "One “&” at the end.", after: ["&"] };
    yield { value: `${key}&${key}`, detail: "The secret twice, with “&” between.", weight: RARE };
    yield { value: `&${key}`, detail: "One “&” at the start.", before: ["&"], weight: RARE };
  },
};
