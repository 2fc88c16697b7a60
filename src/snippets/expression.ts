import type { RulePiece } from "../schemes/rule-in-code";

/** How a language joins, names and chooses. */
export interface Operators {
  quote(text: string): string;
  name(part: string): string;
  /** Between two operands. */
  readonly plus: string;
  /** `more` where the part is not empty, else the empty text. */
  when(part: string, more: string): string;
  /** The part, or `otherwise` where it is empty. */
  orElse(part: string, otherwise: string): string;
}

/** The pieces of a rule as one expression. */
export function express(pieces: readonly RulePiece[], operators: Operators): string {
  return pieces.map((piece) => expressPiece(piece, operators)).join(operators.plus);
}

function expressPiece(piece: RulePiece, operators: Operators): string {
  if (typeof piece === "string") return operators.quote(piece);
  if ("when" in piece) return operators.when(piece.when, express(piece.add, operators));
  if (piece.orElse === undefined) return operators.name(piece.part);
  return operators.orElse(piece.part, operators.quote(piece.orElse));
}

/** `condition ? … : …`, as the languages of C's family write it; `isEmpty` of the name of a part. */
export function ternaries(
  name: (part: string) => string,
  isEmpty: (name: string) => string,
  empty: string,
): Pick<Operators, "name" | "when" | "orElse"> {
  return {
    name,
    when: (part, more) => `(${isEmpty(name(part))} ? ${empty} : ${more})`,
    orElse: (part, otherwise) => `(${isEmpty(name(part))} ? ${otherwise} : ${name(part)})`,
  };
}
