import { memo, type ReactNode } from "react";
import type { Scheme } from "../../schemes/scheme";
import type { Playground } from "../../session/use-playground";
import { TextLink } from "../../ui/text-link";

/** Where the rule of a step can be read. */
export const sourceOf = ({ sources }: Scheme): string => sources[0] ?? "";

/** Said where a value is not there: what it needs. */
export const missing = ({ busy, problem, state }: Playground): string =>
  busy ? "" : `Needs ${problem ? (problem.needs ?? "a URL") : `the ${state.scheme.secretLabel}`}`;

interface StepProps {
  readonly number: number;
  readonly title: string;
  /** Left out where it is empty. */
  readonly sentence: string;
  readonly source: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** One step of the pipeline: its title and actions, what it does, its live value, and what there is to say of that. */
export function Step({ number, title, sentence, source, actions, children, foot }: StepProps) {
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)] gap-3 pb-8 last:pb-0 compact:pb-2.5 sm:not-compact:grid-cols-[2rem_minmax(0,1fr)]">
      <StepMark number={number} />
      <div className="min-w-0 compact:grid compact:grid-cols-[minmax(0,auto)_minmax(0,1fr)_auto] compact:items-center compact:gap-x-3 compact:gap-y-1">
        <div className="still mb-2 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 compact:contents">
          <h2 className="text-base/8 font-semibold compact:text-[0.8125rem]/5">
            <span className="tabular-nums sm:not-compact:hidden">{number} · </span>
            {title}
          </h2>
          <div className="flex gap-2 compact:order-1">{actions}</div>
          {sentence && <StepSentence sentence={sentence} source={source} />}
        </div>
        <div className="min-w-0 compact:order-2 compact:col-span-3">{children}</div>
        <div className="mt-1.5 flex min-h-6 flex-wrap items-baseline gap-x-4 text-sm text-soft tabular-nums compact:mt-0 compact:min-h-0 compact:flex-nowrap compact:max-[26rem]:[&>span]:hidden compact:gap-x-3 compact:overflow-hidden compact:whitespace-nowrap compact:text-[0.8125rem]">
          {foot}
        </div>
      </div>
    </li>
  );
}

const StepSentence = memo(function StepSentence({
  sentence,
  source,
}: Pick<StepProps, "sentence" | "source">) {
  return (
    <p className="col-span-2 text-soft">
      {sentence}{" "}
      <TextLink href={source} target="_blank" rel="noreferrer" className="whitespace-nowrap">
        Read the rule
      </TextLink>
    </p>
  );
});

/** The number beside the step, and the line to the next. */
const StepMark = memo(function StepMark({ number }: { readonly number: number }) {
  return (
    <>
      <span
        aria-hidden
        className="absolute top-8 bottom-0 left-4 hidden w-px bg-line sm:not-compact:block [li:last-child>&]:hidden"
      />
      <span
        aria-hidden
        className="z-1 hidden size-8 place-items-center rounded-full border border-line bg-surface text-sm font-semibold sm:not-compact:grid"
      >
        {number}
      </span>
    </>
  );
});
