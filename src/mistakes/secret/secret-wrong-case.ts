import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SELDOM } from "../weights";

export const secretWrongCase: Mistake = {
  id: "secret-wrong-case",
  group: "secret",
  answerTells: "name",
  title: "The secret was used in another letter case than it is entered here.",
  why: "It was typed by hand, or code upper- or lower-cased it with the name of its variable.",
  fix: "Use the secret exactly as the dashboard shows it, in both places.",
  example: signedWithKey("s3cretKey", "S3CRETKEY"),
  nearMiss: signedWithKey("s3cretKey", "s3cretKe"),
  *keys(key) {
    yield { value: key.toLowerCase(), detail: "All lower-case." };
    yield { value: key.toUpperCase(), detail: "All upper-case." };
    yield { value: key.charAt(0).toUpperCase() + key.slice(1), detail: "The first letter upper-case." };
    yield {
      value: key.charAt(0).toUpperCase() + key.slice(1).toLowerCase(),
      detail: "Only the first letter upper-case.",
    };
    yield { value: key.charAt(0).toLowerCase() + key.slice(1), detail: "The first letter lower-case." };
    yield {
      value: key.toLowerCase().replace(/(^|[^a-z])([a-z])/g, (all) => all.toUpperCase()),
      detail: "Each word with a capital.",
      weight: SELDOM,
    };
    const swapped = [...key].map((char) =>
      char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase(),
    );
    yield { value: swapped.join(""), detail: "Upper and lower case swapped.", weight: SELDOM };
  },
};
