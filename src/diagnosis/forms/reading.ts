import type { Telling } from "../../mistakes/mistake";

/** One way to read the pasted signature: the bytes it stands for, and the mistakes of form that this reading implies. */
export interface Target {
  /** The signature as pasted. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** How many bits of `bytes` count, from the first. */
  readonly bits: number;
  /** Lower-case hex digits, where the signature is written in hex: a part from the end is found by them. */
  readonly hex: string | null;
  readonly forms: readonly FormStep[];
  /** True where a few of its characters may be wrong. */
  readonly isNear?: true;
  /** For forms that lose bits: how many bits of what it still holds a computed HMAC agrees with, 0 where it does not. */
  agrees?(computed: Uint8Array): number;
  /** The mistakes of form that show only beside the computed HMAC. */
  formsOf?(computed: Uint8Array): FormStep[];
}

export type SignatureReading = Omit<Target, "text">;

export interface FormStep {
  readonly id: string;
  readonly detail?: string | undefined;
  readonly telling?: Telling | undefined;
  /** Which characters of the signature are wrong, from 0; absent where none is by itself. */
  readonly wrong?: readonly number[] | undefined;
}
