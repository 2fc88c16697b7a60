import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { dollarExpansions } from "../text/dollar-expansions";

export const secretDollarExpanded: Mistake = {
  id: "secret-dollar-expanded",
  group: "secret",
  title: "A “$” or “`” in the secret was not taken as it is.",
  why: "A shell, Docker Compose, Make or PHP’s double quotes replace “$name” by the variable’s value, which is mostly empty; where nothing replaces it, the “$$” or “\\$” written for it stays.",
  fix: "Put the secret into single quotes, or double each “$” in a Compose file.",
  example: signedWithKey("pa$word9", "pa"),
  nearMiss: signedWithKey("pa#word9", "pa"),
  *keys(key) {
    for (const [value, detail, fix] of dollarExpansions(key)) yield { value, detail, ...(fix && { fix }) };
  },
};
