import { schemes } from "./index";
import type { Example, Scheme } from "./scheme";

/** Examples that were loaded when an address asked for them, such as a mistake's own case. All of them are published. */
const loaded: [Scheme, Example][] = [];

/** Every published example that is known so far, each with its scheme. */
export function knownExamples(): readonly (readonly [Scheme, Example])[] {
  const own = schemes.flatMap((scheme) =>
    scheme.examples.map((example): [Scheme, Example] => [scheme, example]),
  );
  return [...own, ...loaded];
}

export function addExample(scheme: Scheme, example: Example): void {
  loaded.push([scheme, example]);
}

/** The example with this id, which may come from a link; `undefined` where none is known. */
export function findExample(id: string | undefined): readonly [Scheme, Example] | undefined {
  return knownExamples().find(([, example]) => example.id === id);
}
