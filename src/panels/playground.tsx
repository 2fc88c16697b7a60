import type { FocusEvent, PointerEvent } from "react";
import type { PlaygroundProps } from "../session/use-playground";
import { QueryOptions } from "./input/options-section";
import { Inputs } from "./inputs";
import { Result } from "./result";

/** Inputs on one side, the answer and the pipeline on the other; the embed leaves out what a document says itself. */
export function PlaygroundPanels({
  playground,
  compact = false,
}: PlaygroundProps & { readonly compact?: boolean }) {
  return (
    <main
      onPointerOver={lightUp}
      onFocus={lightUp}
      className={`mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] ${
        compact
          ? "gap-3 p-3 min-[45rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] min-[45rem]:gap-5 min-[45rem]:px-4"
          : "gap-x-12 gap-y-7 px-4 py-6 sm:px-8 sm:py-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
      }`}
    >
      <Inputs playground={playground}>{!compact && <QueryOptions playground={playground} />}</Inputs>
      <div className="flex min-w-0 flex-col gap-7">
        <Result playground={playground} compact={compact} />
      </div>
    </main>
  );
}

/** Lights up every occurrence of the part that is pointed at or focused; an attribute on one element, no rendering. */
function lightUp(event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const part = (event.target as Element).closest?.("[data-part]")?.getAttribute("data-part");
  if (part) event.currentTarget.dataset.lit = part;
  else delete event.currentTarget.dataset.lit;
}
