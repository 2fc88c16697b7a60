import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretEmpty: Mistake = {
  id: "secret-empty",
  group: "secret",
  answerTells: "name",
  overrides: true,
  publicKeys: "the empty one",
  title: "The secret was empty.",
  why: "Mostly a variable is not set where the code runs: another shell, a missing .env file, a build without its secrets.",
  fix: "Set the variable where the code runs, and let the program stop when it is missing.",
  example: signedWithKey("s3cretKey", ""),
  nearMiss: signedWithKey("s3cretKey", "undefined"),
  *keys() {
    yield { value: "" };
  },
};
