import type { ExplainedMistake } from "../diagnosis";

/** Whether what the key differs in may have come with the entry alone: then the URL may be right as it was sent. */
export function mayBeEntered(mistakes: readonly ExplainedMistake[]): boolean {
  return mistakes.some((told) => told.entered || (told.isDoubtful && told.holdsSecret));
}
