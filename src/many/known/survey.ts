import type { Scheme } from "../../schemes/scheme";
import type { FoundSignature, SigningRequest } from "../../signing/types";
import { shapeOf } from "../explainer";
import { digitsOf } from "./digits-of";

/** A signed URL to be searched. */
export interface Sample {
  readonly scheme: Scheme;
  readonly request: SigningRequest;
}

/** Signatures that are compared with each other. */
const MOST_SIGNATURES = 500_000;
/** URLs that lie evenly in the file: halved when they are too many. */
const MOST_SPREAD = 400;
/** The first URLs of each shape, and shapes. */
const MOST_OF_SHAPE = 2;
const MOST_SHAPES = 40;

/**
 * A first look at all signed URLs of a file: which signatures stand on different strings, and which URLs are to be searched. Its
 * memory is bounded: of a signature only its number is kept, and a number made of its string.
 */
export class Survey {
  /** How many signatures came when there was no room any more. */
  left = 0;
  readonly #strings = new Map<bigint, number>();
  readonly #shared = new Set<bigint>();
  readonly #shapes = new Map<string, Sample[]>();
  #spread: Sample[] = [];
  #step = 1;
  #count = 0;

  add(sample: Sample): void {
    this.#compare(sample.request);
    const shape = shapeOf(sample.scheme, sample.request);
    const same = this.#shapes.get(shape) ?? [];
    if (same.length < MOST_OF_SHAPE && (same.length > 0 || this.#shapes.size < MOST_SHAPES))
      this.#shapes.set(shape, [...same, sample]);
    if (this.#count++ % this.#step !== 0) return;
    this.#spread.push(sample);
    if (this.#spread.length < MOST_SPREAD) return;
    this.#spread = this.#spread.filter((_, at) => at % 2 === 0);
    this.#step *= 2;
  }

  /** Whether its signature stands on another string, too. */
  isShared({ found }: SigningRequest): boolean {
    const number = numberOf(found);
    return number !== null && this.#shared.has(number);
  }

  /** Some from everywhere in the file. */
  get spread(): readonly Sample[] {
    return this.#spread;
  }

  /** The first of each shape. */
  get firsts(): readonly Sample[] {
    return [...this.#shapes.values()].flat();
  }

  #compare({ found, signingString }: SigningRequest): void {
    const number = numberOf(found);
    if (number === null) return;
    const mark = markOf(signingString);
    const present = this.#strings.get(number);
    if (present === undefined) {
      if (this.#strings.size < MOST_SIGNATURES) this.#strings.set(number, mark);
      else this.left++;
    } else if (present !== mark) this.#shared.add(number);
  }
}

/** All digits of a signature as one number, with a 1 before them so that leading zeros count. */
function numberOf(found: FoundSignature | null): bigint | null {
  const digits = digitsOf(found);
  return digits === null ? null : BigInt(`0x1${digits}`);
}

/** FNV-1a of its UTF-16 units. Equal strings have one, so that two of them are never taken for different ones. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark;
}
