import { useMemo } from "react";
import type { PlaygroundProps } from "../../session/use-playground";
import { computation } from "../../signing/computations";
import type { Part } from "../../signing/types";
import { CopyButton } from "../../ui/copy-button";
import { Later } from "../../ui/later";
import { Specimen } from "../specimen";
import { Formula } from "./formula";
import { missing, Step, sourceOf } from "./step";

const NO_PARTS = [] as const;

/** The signature, and what computes it. */
export function ComputeStep({ playground, compact }: PlaygroundProps & { readonly compact: boolean }) {
  const { request, state, hash, signature, held } = playground;
  const parts = useMemo<readonly Part[]>(
    () => (signature ? [{ kind: "signature", text: signature }] : NO_PARTS),
    [signature],
  );
  const { label, by } = computation(hash);
  const { length } = signature || held.signature;
  return (
    <Step
      number={2}
      title={label}
      sentence={compact ? "" : state.scheme.steps.compute}
      source={sourceOf(state.scheme)}
      actions={<CopyButton what="signature" text={signature} shortcut="Alt+2" />}
      foot={
        length > 0 && (
          <>
            <span>
              {length} hex digits, by {by}
            </span>
            <Later>
              <Formula
                hash={hash}
                keyName={state.scheme.secretLabel}
                parts={request?.signingParts ?? NO_PARTS}
              />
            </Later>
          </>
        )
      }
    >
      <Specimen
        testId="signature"
        label="Signature"
        parts={parts}
        large
        empty={missing(playground)}
        hold={held.signature}
      />
    </Step>
  );
}
