import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { dollarExpansions } from "../text/dollar-expansions";
import { storedForm } from "../text/stored-forms";

export const secretDollarExpanded: Mistake = {
  id: "secret-dollar-expanded",
  group: "secret",
  title: "A “$” or “`” in the secret was not taken as it is.",
  why: "A shell, Docker Compose, Make or PHP’s double quotes replace “$name” by the variable’s value, which is mostly empty; where nothing replaces it, the “$$” or “\\$” written for it stays.",
  fix: "Put the secret into single quotes, or double each “$” in a Compose file.",
  example: signedWithKey("pa$word9", "pa"),
  nearMiss: signedWithKey("pa#word9", "pa"),
  *keys(key) {
    const escaped = ESCAPED.map(([written, way]) => [key.replaceAll(written, () => "$"), way] as const);
    for (const [value, detail, fix] of dollarExpansions(key)) {
      const [, way] = escaped.find(([text]) => text === value) ?? [];
      yield way ? { value, ...way } : { value, detail, ...(fix && { fix }) };
    }
  },
};

/** How a “$” is written where something would replace it. */
const ESCAPED = [
  ["$$", "In a Compose file or a makefile a “$” is written “$$”", "double each “$” of it there"],
  ["\\$", "Between double quotes a shell wants a “$” written “\\$”", "put it into single quotes"],
].map(
  ([written = "", where, cure = ""]) =>
    [
      written,
      storedForm({
        title: `The secret entered here has “${written}” where the one that signed has “$”.`,
        shown: `${where}, and what reads it makes one “$” of it.`,
        read: "what read it made one sign of two",
        cure,
      }),
    ] as const,
);
