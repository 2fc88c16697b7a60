import { express, type Operators } from "../expression";
import type { Phrases } from "./phrases";

type Assigned = Pick<Phrases, "quote" | "plus" | "express" | "message" | "rule" | "newline">;

/** The lines of a language that puts the signing string together with one operator and gives it a name. */
export function assigned(operators: Operators, assign: (text: string) => string): Assigned {
  const rule: Phrases["rule"] = (pieces) => assign(express(pieces, operators));
  return {
    quote: operators.quote,
    plus: operators.plus,
    express: (pieces) => express(pieces, operators),
    message: assign,
    rule,
    newline: (pieces) => ({
      removed: assign(`${express(pieces, operators)}${operators.plus}"\\n"`),
      added: rule(pieces),
    }),
  };
}
