import type { Explained, ExplainedMistake } from "../../diagnosis/diagnosis";

/** The mistakes of which the line of code that is shown can be the one that was wrong here. */
export function mistakesInCode(
  { mistakes, signed, corrected }: Pick<Explained, "mistakes" | "signed" | "corrected">,
  isCut: boolean,
): ExplainedMistake[] {
  // Where the secret entered here has it, the code that signed was right.
  return mistakes.filter(({ id, entered }) => !entered && isOfCode(id, signed ?? "", corrected, isCut));
}

/** Mistakes made in many ways, of which the line that is shown makes one: whether that string was signed. */
const MADE_BY_LINE: Readonly<Record<string, (signed: string) => boolean>> = {
  "signed-nothing": (signed) => signed === "",
  "string-with-white-space": (signed) => /^\S+ $/.test(signed),
  "string-in-quotes": (signed) => /^'.*'$/.test(signed),
  "signed-with-method": (signed) => signed.startsWith("GET "),
};

function isOfCode(id: string, signed: string, corrected: string | null, isCut: boolean): boolean {
  // Where a “#” belongs to a value, the line is not wrong: the value is.
  if (id.endsWith("-fragment")) return !isCut;
  // What was signed is the right string of the right URL.
  if (id === "signed-with-another-encoder") return corrected === null;
  if (id !== "parameters-reordered") return MADE_BY_LINE[id]?.(signed) ?? true;
  const parameters = signed.replace(/^[^?]*\?/, "").split("&");
  return parameters.join("&") === parameters.toSorted().join("&");
}
