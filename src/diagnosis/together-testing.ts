import { type Case, readCase } from "./case";
import type { DiagnosisInput } from "./diagnosis";
import type { Hit } from "./engine/engine";
import { Hunt } from "./hunt";
import { LEVELS } from "./levels";

class Late extends Error {}

/** Cases of which those are searched together that differ in nothing but their digits: the same is tried for each. */
export class Together {
  readonly #cases: ReadonlyMap<DiagnosisInput, Case>;
  readonly #most: number;
  readonly #explained = new Map<string, Promise<ReadonlySet<Case>>>();

  /** @param most how many tries each search has at most. */
  constructor(inputs: Iterable<DiagnosisInput>, most = Number.POSITIVE_INFINITY) {
    this.#cases = new Map(Array.from(inputs, (input) => [input, read(input)]));
    this.#most = most;
  }

  /** Whether anything explains one of the cases, whatever it is. */
  async explains(input: DiagnosisInput): Promise<boolean> {
    const found = this.#cases.get(input);
    if (!found) throw new Error("This case is none of them.");
    const name = nameOf(found);
    const explained = this.#explained.get(name) ?? this.#explainedAmong(this.#alike(name));
    this.#explained.set(name, explained);
    return (await explained).has(found);
  }

  #alike(name: string): readonly Case[] {
    return [...this.#cases.values()].filter((found) => nameOf(found) === name);
  }

  async #explainedAmong(alike: readonly Case[]): Promise<ReadonlySet<Case>> {
    const explained = new Set(alike.filter(({ sight }) => sight));
    for (;;) {
      const open = alike.filter((found) => isReadable(found) && !explained.has(found));
      const hit = await this.#hunt(open);
      if (!hit) return explained;
      for (const found of open)
        if (targetsOf(found).some((targets) => targets.includes(hit.target))) explained.add(found);
    }
  }

  /** What first gives the digits of any of these cases. */
  async #hunt(alike: readonly Case[]): Promise<Hit | null> {
    const [first] = alike;
    if (!first) return null;
    const together: Case = {
      ...first,
      targets: alike.flatMap(({ targets }) => targets),
      otherTargets: alike.flatMap(({ otherTargets }) => otherTargets),
      nearTargets: alike.flatMap(({ nearTargets }) => nearTargets),
    };
    const hunt: Hunt = new Hunt(together, () => {
      if (hunt.tried > this.#most) throw new Late();
    });
    try {
      return await hunt.run(LEVELS);
    } catch (error) {
      if (error instanceof Late) return null;
      throw error;
    }
  }
}

function read(input: DiagnosisInput): Case {
  const found = readCase(input);
  if (!found) throw new Error(`${input.pasted} has no signature.`);
  return found;
}

/** All but the digits; how long these are decides which computations are tried. */
function nameOf({ input, request, targets }: Case): string {
  const { schemeId, secret, otherSecrets } = input;
  const lengths = [...new Set(targets.map(({ bits }) => bits))];
  return JSON.stringify([schemeId, secret, otherSecrets, request.unsigned, lengths]);
}

/** Where nothing is, nothing is tried. */
const isReadable = (found: Case) => targetsOf(found).some(({ length }) => length > 0);

const targetsOf = ({ targets, otherTargets, nearTargets }: Case) => [targets, otherTargets, nearTargets];
