import type { ValidRequest } from "../diagnosis/edit";
import type { ComputationName } from "../signing/computations";
import type { State } from "./state";

/** What a text was valid with: the rule, the hash and the secret's revision, never the secret. */
export type ProvedWith = string;

export const provedWith = ({ scheme }: State, hash: ComputationName, revision: number): ProvedWith =>
  `${scheme.id} ${hash} ${revision}`;

/** The last text of this tab that was proved valid: what is made of it and is valid no more is explained by it. */
export class LastValid {
  #last: { readonly valid: ValidRequest; readonly by: ProvedWith } | null = null;

  remember(valid: ValidRequest, by: ProvedWith): void {
    this.#last = { valid, by };
  }

  /** That text, where it was valid with just this. */
  with(by: ProvedWith): ValidRequest | null {
    return this.#last?.by === by ? this.#last.valid : null;
  }

  forget(): void {
    this.#last = null;
  }
}
