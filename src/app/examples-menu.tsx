import { memo, Suspense, useRef } from "react";
import type { Example, Scheme } from "../schemes/scheme";
import { Button } from "../ui/button";
import { ExamplesList } from "./late-parts";

interface ExamplesMenuProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
}

/** Complete cases of every scheme, each with what one learns from it. */
export const ExamplesMenu = memo(function ExamplesMenu({ onChoose }: ExamplesMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const choose = (scheme: Scheme, example: Example) => {
    list.current?.hidePopover();
    onChoose(scheme, example);
  };
  return (
    <>
      <Button popoverTarget="examples">Examples</Button>
      <div
        ref={list}
        id="examples"
        popover="auto"
        className="absolute inset-auto top-16 right-4 m-0 max-h-[calc(100dvh-5rem)] w-[min(58rem,calc(100vw-2rem))] gap-x-2 overflow-y-auto rounded-box border border-line bg-surface p-2 text-ink shadow-lg sm:right-[max(2rem,calc((100vw-80rem)/2+2rem))] sm:open:grid sm:grid-cols-2"
      >
        <Suspense>
          <ExamplesList onChoose={choose} />
        </Suspense>
      </div>
    </>
  );
});
