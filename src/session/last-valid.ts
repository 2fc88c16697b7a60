import type { ValidRequest } from "../diagnosis/edit";
import type { ComputationName } from "../signing/computations";
import type { State } from "./state";

/** With what a text was valid: the rule, the hash and the secret's revision, never the secret. */
export type ProvedWith = string;

export const provedWith = ({ scheme }: State, hash: ComputationName, revision: number): ProvedWith =>
  `${scheme.id} ${hash} ${revision}`;

/** The last text of this tab that was proved valid. If it is edited and no longer valid, the edit explains why. */
export class LastValid {
  #last: { readonly valid: ValidRequest; readonly by: ProvedWith } | null = null;

  remember(valid: ValidRequest, by: ProvedWith): void {
    this.#last = { valid, by };
  }

  /** That text, if it was valid with the same rule, hash and secret; else `null`. */
  with(by: ProvedWith): ValidRequest | null {
    return this.#last?.by === by ? this.#last.valid : null;
  }

  forget(): void {
    this.#last = null;
  }
}
