import type { PlaygroundProps } from "../../session/use-playground";
import type { ComputationName } from "../../signing/computations";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { focusVerdict } from "./rewrite-button";
import { useSignedWith } from "./use-signed-with";

interface HashMissedProps extends PlaygroundProps {
  readonly asked: ComputationName;
  readonly onUse: ((url: string) => void) | null;
}

/** A right signature by a hash that the vendor's answer does not ask for: what that tells, and the same URL signed as it asks. */
export function HashMissed({ playground, asked, onUse }: HashMissedProps) {
  const { secret } = playground;
  const url = useSignedWith(asked, playground);
  return (
    <div className="border-t border-line px-4 py-4 sm:px-5 compact:px-3 compact:py-3">
      <p className="text-pretty">
        Secret and signed text fit. If the answer belongs to this URL, the hash is the likely cause.
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="min-w-0 grow font-semibold">Sign with {asked}.</span>
        <span className="flex gap-1.5 max-sm:w-full max-sm:justify-between">
          {onUse && (
            <Button
              look="bare"
              disabled={url === ""}
              onClick={() => {
                onUse(url);
                focusVerdict();
              }}
            >
              Use it
            </Button>
          )}
          <CopyButton what={`${asked} URL`} text={url} look={secret.demo ? "plain" : "strong"} inFull />
        </span>
      </p>
      <p translate="no" className="specimen mt-2 text-sm/6 wrap-anywhere">
        {url}
      </p>
    </div>
  );
}
