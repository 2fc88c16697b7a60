import { express, type Operators } from "../expression";
import type { Phrases } from "./phrases";
import { substituted } from "./substitutions";
import { modelsOf } from "./text-models";
import { MARKED_SECRET, UNKNOWN } from "./unknown";

const unknown = () => UNKNOWN;
const unknownChange = () => ({ removed: UNKNOWN, added: UNKNOWN });

/**
 * Phrases that say no code but what it comes to: a line that makes the signing string becomes the string that it makes of one URL in
 * this language.
 * @param parts of the URL, by their names in the rule
 */
export function valuePhrases(language: string, parts: Readonly<Record<string, string>>): Phrases {
  const name = (part: string) => parts[part] ?? UNKNOWN;
  const operators: Operators = {
    quote: (text) => text,
    name,
    plus: "",
    when: (part, more) => (name(part) === "" ? "" : more),
    orElse: (part, otherwise) => name(part) || otherwise,
  };
  const unconditional: Pick<Operators, "when" | "orElse"> = { when: (_, more) => more, orElse: name };
  const rule: Phrases["rule"] = (pieces) => express(pieces, operators);
  return {
    signingString: UNKNOWN,
    secret: MARKED_SECRET,
    variable: name,
    quote: operators.quote,
    plus: operators.plus,
    // In a line that is wrong, Go has no conditions.
    express: (pieces) => express(pieces, language === "go" ? { ...operators, ...unconditional } : operators),
    message: (text) => text,
    rule,
    newline: (pieces) => ({ removed: `${rule(pieces)}\n`, added: rule(pieces) }),
    asKey: unknown,
    hash: unknown,
    key: unknown,
    plain: unknownChange,
    digits: unknownChange,
    result: rule,
    environment: unknown,
    setSecret: unknown,
    demandSecret: unknown,
    file: unknownChange(),
    call: unknown,
    substitute: (text, from, to) => substituted(text, [[from, to]]),
    wraps: {
      decodeBase64: unknown,
      decodeHex: unknown,
      hash: unknown,
      latin1: unknown,
      utf16: unknown,
      ...modelsOf(language),
    },
  };
}
