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
        {schemes.map((scheme) => (
          <section key={scheme.id} aria-label={scheme.label}>
            <Group
              title={scheme.label}
              examples={scheme.examples.filter(({ mistakes }) => !mistakes)}
              onChoose={(example) => choose(scheme, example)}
            />
            <Group
              title={`${scheme.label}, broken`}
              examples={scheme.examples.filter(({ mistakes }) => mistakes)}
              onChoose={(example) => choose(scheme, example)}
            />
          </section>
        ))}
      </div>
    </>
  );
});

interface GroupProps {
  readonly title: string;
  readonly examples: readonly Example[];
  readonly onChoose: (example: Example) => void;
}

function Group({ title, examples, onChoose }: GroupProps) {
  return (
    <>
      <h2 className="px-3 pt-2 pb-1 text-sm font-semibold text-soft">{title}</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.id} className="relative rounded-md px-3 py-1.5 hover:bg-sunken">
            <button
              type="button"
              aria-describedby={`lesson-${example.id}`}
              className="text-left font-medium after:absolute after:inset-0"
              onClick={() => onChoose(example)}
            >
              {example.title}
            </button>
            <p id={`lesson-${example.id}`} className="text-sm text-soft">
              {example.lesson}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
