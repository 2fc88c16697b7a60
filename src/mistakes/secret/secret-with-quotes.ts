import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { MUCH_LESS_LIKELY, RARE, RAREST, SELDOM, USUAL } from "../weights";

export const secretWithQuotes: Mistake = {
  id: "secret-with-quotes",
  group: "secret",
  answerTells: "addition",
  title: "Quotation marks were part of the secret.",
  enteredTitle: "The secret entered here has quotation marks that the one that signed has not.",
  why: "Docker’s --env-file keeps the quotes that a shell would remove. Others are pasted along with the secret.",
  fix: "Remove the quotes around the secret where it is stored.",
  example: signedWithKey("s3cretKey", '"s3cretKey"'),
  nearMiss: signedWithKey("s3cretKey", "“s3cretKey”"),
  *keys(key) {
    for (const quote of ['"', "'", "`", '\\"', "\\'", '""', "''"]) {
      const weight = quote.length > 1 || quote === "`" ? RARE : USUAL;
      yield {
        value: quote + key + quote,
        detail: "On both sides.",
        before: [quote],
        after: [quote],
        weight,
      };
      yield {
        value: key + quote,
        detail: "At the end only.",
        after: [quote],
        weight: weight + MUCH_LESS_LIKELY,
      };
      yield {
        value: quote + key,
        detail: "At the start only.",
        before: [quote],
        weight: weight + MUCH_LESS_LIKELY,
      };
    }
    const stripped = key.replace(/^\s*(?:\\?["'`])+|(?:\\?["'`])+\s*$/g, "");
    yield {
      value: stripped,
      detail: "The secret entered here has them, the secret that signed had none.",
      entered: true,
    };
    yield {
      value: key.replace(/["'`]/g, ""),
      detail: "A shell removed those inside the secret.",
      weight: SELDOM,
    };
    yield {
      value: `"${key}"\n`,
      detail: "On both sides, with a line feed after them.",
      before: ['"'],
      after: ['"', "LF"],
      weight: RAREST,
    };
  },
};
