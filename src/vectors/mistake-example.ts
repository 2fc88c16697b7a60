import { mistakesOf } from "../diagnosis/registry";
import { schemes } from "../schemes";
import type { Example, Scheme } from "../schemes/scheme";
import { exampleOf } from "./wrong-url";

/** The case of the mistake with this id, with its published secret; `null` where there is no such mistake. */
export async function mistakeExample(id: string): Promise<[Scheme, Example] | null> {
  const mistake = schemes.flatMap(mistakesOf).find((candidate) => candidate.id === id);
  return mistake ? exampleOf(mistake) : null;
}
