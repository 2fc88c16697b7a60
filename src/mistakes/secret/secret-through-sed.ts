import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SECRET_NAMES } from "../text/secret-names";
import { SELDOM } from "../weights";

export const secretThroughSed: Mistake = {
  id: "secret-through-sed",
  group: "secret",
  title: "The “&” in the secret became another text, as sed replaces it.",
  why: "In the second half of sed’s “s/…/…/” an “&” stands for the text that was found, mostly the placeholder of a template.",
  fix: "Write “\\&” in the replacement, or fill the template with envsubst.",
  example: signedWithKey("hello7&world9", "hello7__SECRET__world9"),
  nearMiss: signedWithKey("hello7&world9", "hello7&amp;world9"),
  *keys(key) {
    if (!key.includes("&")) return;
    for (const found of FOUND)
      yield { value: key.replaceAll("&", () => found), detail: `Each “&” became “${found}”.` };
    yield {
      value: key.replaceAll("&", "\\&"),
      detail: "Each “&” kept a backslash before it.",
      weight: SELDOM,
    };
  },
};

const FOUND = [
  ...[...SECRET_NAMES, "KEY"].flatMap((name) => [
    `__${name}__`,
    name,
    `@${name}@`,
    `@@${name}@@`,
    `{{${name}}}`,
    `{{ ${name} }}`,
    `\${${name}}`,
    `$${name}`,
    `%${name}%`,
    `%%${name}%%`,
    `<${name}>`,
    `[${name}]`,
    `#${name}#`,
    `_${name}_`,
    `${name}_HERE`,
    `${name}_PLACEHOLDER`,
    `YOUR_${name}`,
    `REPLACE_${name}`,
    `REPLACE_WITH_${name}`,
  ]),
  "PLACEHOLDER",
  "__PLACEHOLDER__",
  "CHANGEME",
  "changeme",
  "REPLACE_ME",
  "REPLACEME",
  "XXX",
  "TODO",
];
