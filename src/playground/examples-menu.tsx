import { memo, useRef } from "react";
import { schemes } from "../schemes";
import type { Example, Scheme } from "../schemes/scheme";
import { Button } from "../ui/button";

interface ExamplesMenuProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
}

/** Complete cases of every scheme, each with what one learns from it. */
export const ExamplesMenu = memo(function ExamplesMenu({ onChoose }: ExamplesMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <Button popoverTarget="examples">Examples</Button>
      <div
        ref={list}
        id="examples"
        popover="auto"
        className="absolute inset-auto top-16 right-4 m-0 max-h-[80vh] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-box border border-line bg-surface p-2 text-ink shadow-lg sm:right-8"
      >
        {schemes.map((scheme) => (
          <section key={scheme.id} aria-label={scheme.label}>
            <h2 className="px-3 pt-2 pb-1 text-sm font-semibold text-soft">{scheme.label}</h2>
            <ul>
              {scheme.examples.map((example) => (
                <li key={example.id} className="relative rounded-md px-3 py-2 hover:bg-sunken">
                  <button
                    type="button"
                    aria-describedby={`lesson-${example.id}`}
                    className="text-left font-medium after:absolute after:inset-0"
                    onClick={() => {
                      list.current?.hidePopover();
                      onChoose(scheme, example);
                    }}
                  >
                    {example.title}
                  </button>
                  <p id={`lesson-${example.id}`} className="text-sm text-soft">
                    {example.lesson}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
});
