import { memo } from "react";
import { type ComputationName, computation } from "../../signing/computations";
import type { Part } from "../../signing/types";
import { PartsText } from "../parts-text";

/** Longer messages are cut: they stand whole in the step above. */
const MOST_IN_FORMULA = 60;

/** What is computed, with the message’s beginning. */
export const Formula = memo(function Formula({
  hash,
  keyName,
  parts,
}: {
  readonly hash: ComputationName;
  readonly keyName: string;
  readonly parts: readonly Part[];
}) {
  const { label, mode } = computation(hash);
  let left = MOST_IN_FORMULA;
  const shown = parts.flatMap((part) => {
    const text = part.text.slice(0, left);
    left -= text.length;
    return text === "" ? [] : [{ ...part, text }];
  });
  return (
    <span className="specimen basis-full compact:hidden">
      {label}(<span data-part="key">{keyName}</span>
      {mode === "hmac" ? ", " : " + "}
      <PartsText parts={shown} />
      {left === 0 && "…"})
    </span>
  );
});
