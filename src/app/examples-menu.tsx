import { memo, Suspense, useEffect, useRef } from "react";
import { findExample } from "../schemes/known-examples";
import type { Example, Scheme } from "../schemes/scheme";
import { Button } from "../ui/button";
import { ExamplesList } from "./late-parts";

interface ExamplesMenuProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
}

/** Complete cases of every scheme, each with what one learns from it. */
export const ExamplesMenu = memo(function ExamplesMenu({ onChoose }: ExamplesMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  // The build has written the list into the page. Until its code comes, React drops every click in it, so clicks are heard before React.
  useEffect(() => {
    const choose = ({ target }: MouseEvent) => {
      const button = target instanceof Element && target.closest<HTMLElement>("[data-example]");
      const found = button && list.current?.contains(button) && findExample(button.dataset.example);
      if (!found) return;
      list.current?.hidePopover();
      onChoose(...found);
    };
    document.addEventListener("click", choose, { capture: true });
    return () => document.removeEventListener("click", choose, { capture: true });
  }, [onChoose]);
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
          <ExamplesList />
        </Suspense>
      </div>
    </>
  );
});
