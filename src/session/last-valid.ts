import type { ValidRequest } from "../diagnosis/edit/edit";
import type { ComputationName } from "../signing/computations";
import type { State } from "./state";

/** With what a text was valid: the rule and the secret's revision, never the secret. */
export type ProvedWith = string;

export const provedWith = ({ scheme }: State, revision: number): ProvedWith => `${scheme.id} ${revision}`;

/** The last text of this tab that was proved valid. If it is edited and no longer valid, the edit explains why. */
export class LastValid {
  #last: { readonly valid: ValidRequest; readonly by: ProvedWith } | null = null;

  remember(valid: ValidRequest, by: ProvedWith): void {
    this.#last = { valid, by };
  }

  /** That text, if it was valid with the same rule, hash and secret; else `null`. `hash`: as the signature’s length tells, or `null`. */
  with(by: ProvedWith, hash: ComputationName | null): ValidRequest | null {
    const valid = this.#last?.by === by ? this.#last.valid : null;
    return hash === null || valid?.hash === hash ? valid : null;
  }

  forget(): void {
    this.#last = null;
  }
}
