import type { Fact } from "../../diagnosis/known/fact";
import type { PublicAnswer } from "../../diagnosis/known/public-search";

/** A public key that gives the digits, or a digest that needs none, among what else is known. */
export function publicFact(answer: PublicAnswer | null): Fact[] {
  if (!answer?.explained) return [];
  const { mistakes, formula } = answer.explained;
  return [
    {
      kind: mistakes.some(({ group }) => group === "secret") ? "public-key" : "plain-digest",
      grade: "certain",
      sentence: mistakes.map(({ title, detail }) => [title, detail].filter(Boolean).join(" ")).join(" "),
      about: `${formula} gives the digits.`,
      ...(answer.impossible && { impossible: true }),
    },
  ];
}
