import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { RARE, SELDOM } from "../weights";

export const secretTwice: Mistake = {
  id: "secret-twice",
  group: "secret",
  answerTells: "name",
  title: "The secret stood twice in a row.",
  enteredTitle: "The secret stands twice in a row in what is entered here.",
  why: "It was pasted a second time into a field that held it, or a script appended it to a file that it was meant to replace.",
  fix: "Empty the field or file, and enter the secret once.",
  example: signedWithKey("s3cretKey", "s3cretKeys3cretKey"),
  nearMiss: signedWithKey("s3cretKey", "s3cretKeyyeKterc3s"),
  *keys(key) {
    yield { value: key + key, detail: "With nothing between.", weight: SELDOM };
    for (const [joint, name] of [
      ["\n", "a line feed"],
      ["\r\n", "a Windows line break"],
      [" ", "a space"],
    ] as const)
      yield { value: key + joint + key, detail: `With ${name} between.`, weight: RARE };
    const half = key.slice(0, key.length / 2);
    if (half !== "" && half + half === key)
      yield {
        value: half,
        detail: "The one that signed was its half.",
        entered: true,
        telling: { fix: "Enter the secret once, if the vendor’s dashboard shows it so." },
      };
  },
};
