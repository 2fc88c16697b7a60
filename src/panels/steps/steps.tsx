import { useId, useState } from "react";
import type { PlaygroundProps } from "../../session/use-playground";
import { computation } from "../../signing/computations";
import { ComputeStep } from "./compute-step";
import { Legend } from "./legend";
import { StringStep } from "./string-step";
import { UrlStep } from "./url-step";

interface StepsProps extends PlaygroundProps {
  /** Without the sentences, which a document around an embed says itself. */
  readonly compact: boolean;
  /** True after a diagnosis, which says all that most came for: one line is left. */
  readonly folds: boolean;
}

/** The pipeline: what is signed, what is computed of it, and where the signature goes, each with its live value. */
export function Steps({ playground, compact, folds }: StepsProps) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const isOpen = !folds || unfolded;
  return (
    <div className="min-w-0">
      {folds && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
          className={`text-left font-medium text-soft hover:text-ink pointer-coarse:min-h-11 ${isOpen ? "mb-3" : ""}`}
        >
          <span aria-hidden className={`mr-2 inline-block text-quiet ${isOpen ? "rotate-90" : ""}`}>
            ›
          </span>
          How it is signed: string → {computation(playground.hash).noun} → URL
        </button>
      )}
      <div id={id} className={isOpen ? "" : "off-screen"}>
        {!compact && <Legend signatureWord={playground.state.scheme.signatureWord} />}
        <ol>
          <StringStep playground={playground} compact={compact} />
          <ComputeStep playground={playground} compact={compact} />
          <UrlStep playground={playground} compact={compact} />
        </ol>
      </div>
    </div>
  );
}
