import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { EXPECTED, LIKELY } from "../weights";

export const secretOfAnotherEnvironment: Mistake = {
  id: "secret-of-another-environment",
  group: "secret",
  answerTells: "name",
  overrides: true,
  title: "Another secret signed it.",
  why: "Staging and production, an old and a new account, or two projects are easily mixed up.",
  fix: "Look up in the vendor’s dashboard which of the two is this account’s: sign with that one, and enter it here.",
  example: signedWithKey("s3cretKey", "staging-key", { otherSecrets: ["", "staging-key"] }),
  nearMiss: signedWithKey("s3cretKey", "staging-key-2", { otherSecrets: ["staging-key"] }),
  *keys(_key, facts) {
    for (const [index, line] of facts.otherSecrets.entries()) {
      if (line.trim() === "") continue;
      yield { value: line, detail: `It is in line ${index + 1} of the other secrets.`, weight: EXPECTED };
      if (line.trim() !== line)
        yield {
          value: line.trim(),
          detail: `It is in line ${index + 1} of the other secrets.`,
          weight: LIKELY,
        };
    }
  },
};
