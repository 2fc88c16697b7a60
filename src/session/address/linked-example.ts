import { addExample, findExample } from "../../schemes/known-examples";
import { readLink } from "./link";

/** The ids of examples that the address or its history ask for and that are not known yet. */
export function unknownExamples(): readonly string[] {
  const kept: unknown = history.state;
  const example = typeof kept === "object" && kept !== null && "example" in kept ? kept.example : undefined;
  const ids = [readLink(location.hash.slice(1)).linked.example, example];
  return ids.flatMap((id) =>
    typeof id === "string" && id !== "" && findExample(id) === undefined ? id : [],
  );
}

/** Loads the catalogue, in which each mistake has a case of its own, and makes those with these ids known. */
export async function loadExamples(ids: readonly string[]): Promise<void> {
  const { mistakeExample } = await import("../../vectors/mistake-example");
  for (const id of ids) {
    const found = await mistakeExample(id);
    if (found) addExample(...found);
  }
}
