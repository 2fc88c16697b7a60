import type { ReactNode } from "react";
import { groupDigits } from "../signing/wording/group-digits";

/** UTF-16 units of a long string that are shown: hundreds of lines. To lay out a megabyte takes longer than to sign it. */
export const SHOWN_START = 16_000;
const SHOWN_END = 4_000;

/** Shorter strings are shown whole. */
export const LONG = 2 * SHOWN_START;

interface LongTextProps {
  readonly length: number;
  /** The text from one UTF-16 unit to another. */
  readonly slice: (from: number, to: number) => ReactNode;
}

/** Both ends of a long string. What is between them is in the text, but not laid out, and the page says so where it is. */
export function LongText({ length, slice }: LongTextProps) {
  const tail = length - SHOWN_END;
  return (
    <>
      {slice(0, SHOWN_START)}
      <span
        className="left-out"
        data-folds={`… ${groupDigits(tail - SHOWN_START)} more characters, which are copied, too …`}
      >
        <span hidden>{slice(SHOWN_START, tail)}</span>
      </span>
      {slice(tail, length)}
    </>
  );
}
