import { thoughValid } from "../../schemes/though-valid";
import type { PlaygroundProps } from "../../session/use-playground";
import { aroundUrl } from "../../signing/sign";
import { HashMissed } from "./hash-missed";

interface VendorSaysProps extends PlaygroundProps {
  readonly onUse: ((url: string) => void) | null;
}

/** The vendor's own answer in the paste, where it refuses what is rightly signed: how both can be. */
export function VendorSays({ playground, onUse }: VendorSaysProps) {
  const { missed, state, reading, undoesClick, switched } = playground;
  if (missed) return <HashMissed playground={playground} asked={missed} onUse={onUse} />;
  // What was just signed here is not what the vendor has refused.
  if (undoesClick && switched === "") return null;
  const ways = thoughValid(state.scheme, aroundUrl(state.pasted, reading));
  if (ways.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-4 sm:px-5 compact:px-3 compact:py-3">
      <p className="font-semibold">
        {state.scheme.label}’s answer refuses it all the same. Both can be true:
      </p>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
        {ways.map((way) => (
          <li key={way} className="text-pretty">
            {way}
          </li>
        ))}
      </ul>
    </div>
  );
}
