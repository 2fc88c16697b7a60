import type { FoundSignature } from "../../signing/types";
import type { Seen } from "../file-reading";
import type { Row } from "../groups";
import type { Judge } from "../judge";
import { digitsOf } from "./digits-of";
import { hiddenCause, readCause, sharedCause, type Told } from "./known-cause";
import { signedCase } from "./signed-case";

/**
 * What the text of URLs says that no mistake explains: that their signature is another URL's, or that its digits are hidden.
 * Signatures are compared with each other and with those of the valid URLs that are kept.
 */
export class Unexplained {
  readonly #strings = new Map<string, Set<string>>();
  /** The first line in which a valid URL carries these digits. */
  readonly #lines = new Map<string, number>();

  constructor(seen: Iterable<Seen>, valid: readonly Row[], judge: Judge) {
    for (const { judged } of seen) this.#add(judged.request?.found, judged.request?.signingString ?? "");
    if (this.#strings.size === 0) return;
    for (const { url, line } of valid) {
      const digits = /[0-9a-f]{40,64}/.exec(url)?.[0] ?? "";
      if (!this.#strings.has(digits)) continue;
      const request = judge.judge({ url, isListed: true, isWhole: false })?.request;
      if (digitsOf(request?.found) !== digits) continue;
      this.#add(request?.found, request?.signingString ?? "");
      this.#lines.set(digits, Math.min(line, this.#lines.get(digits) ?? line));
    }
  }

  /** `null` where its text says nothing. */
  causeOf(seen: Seen): Told | null {
    const signed = signedCase(seen);
    if (!signed) return null;
    const digits = digitsOf(signed.found) ?? "";
    if ((this.#strings.get(digits)?.size ?? 0) > 1) return sharedCause(signed, this.#lines.get(digits));
    return hiddenCause(signed, readCause(signed));
  }

  #add(found: FoundSignature | null | undefined, string: string): void {
    const digits = digitsOf(found);
    if (digits === null) return;
    const strings = this.#strings.get(digits) ?? new Set();
    this.#strings.set(digits, strings.add(string));
  }
}
