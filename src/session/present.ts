import type { QueryClient } from "@tanstack/react-query";
import type { Explained } from "../diagnosis/diagnosis";
import { hasWebCrypto } from "../signing/hmac";
import { check } from "../signing/sign";
import type { SigningRequest } from "../signing/types";
import type { Inputs } from "./inputs";
import { LastValid, provedWith } from "./last-valid";
import { signatureQuery } from "./queries";
import type { Reader } from "./reader";
import { lookAt, type Snapshot } from "./snapshot";

/** What is made of the inputs as they are: a snapshot, the signature, and the last text that was valid with the same secret. */
export class Present {
  readonly #inputs: Inputs;
  readonly #reader: Reader;
  readonly #client: QueryClient;
  readonly #prerendered: string | undefined;
  readonly #valid = new LastValid();
  #snapshot: Snapshot | null = null;

  /** `prerendered`: the first example's signature, which the build computed with this same code, so that the first screen is whole. */
  constructor(inputs: Inputs, reader: Reader, client: QueryClient, prerendered: string | undefined) {
    this.#inputs = inputs;
    this.#reader = reader;
    this.#client = client;
    this.#prerendered = prerendered;
  }

  /** The same object until something has changed. */
  get snapshot(): Snapshot {
    this.#snapshot ??= this.#look();
    return this.#snapshot;
  }

  /** To be called after each change. */
  renew(): void {
    this.#snapshot = null;
  }

  forgetValid(): void {
    this.#valid.forget();
  }

  /** The query for the signature of what is on show. */
  signature(): ReturnType<typeof signatureQuery> {
    const { state, reading, revisions, hasSecret } = this.snapshot;
    const request = reading.request.ok ? reading.request.value : null;
    const hash = request?.hash ?? state.hash;
    return signatureQuery(this.#inputs.secret, request, hash, revisions, hasSecret, this.#prerendered);
  }

  /** What was changed in a text that was valid, where that is why it is valid no more; else `null`. */
  explainEdit(request: SigningRequest, signature: string): Explained | null {
    const { valid } = this.snapshot;
    return (valid && this.#reader.explainEdit?.(valid, request, signature)) ?? null;
  }

  /** Makes the signature of what is on show, and remembers a text that it proves valid. */
  async sign(): Promise<void> {
    const { state, reading, hasSecret, secret } = this.snapshot;
    if (!reading.request.ok || !hasSecret || !hasWebCrypto()) return;
    const request = reading.request.value;
    const hash = request.hash ?? state.hash;
    const by = provedWith(state, secret.revision);
    // It fails where the secret was forgotten meanwhile.
    const signature = await this.#client.fetchQuery(this.signature()).catch(() => undefined);
    if (signature === undefined || this.#inputs.secret.facts.revision !== secret.revision) return;
    if (check(request, signature) !== "valid") return;
    this.#valid.remember({ request, hash, signature, pasted: state.pasted }, by);
    this.renew();
  }

  #look(): Snapshot {
    const { state, secret, reading, undoesClick, switched, opened } = this.#inputs;
    const hash = reading.request.ok ? reading.request.value.hash : null;
    const by = provedWith(state, secret.facts.revision);
    return lookAt(state, secret, {
      reading,
      valid: this.#valid.with(by, hash),
      several: this.#reader.several(state, reading),
      undoesClick,
      switched,
      opened,
    });
  }
}
