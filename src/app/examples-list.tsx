import { schemes } from "../schemes";
import { lessonOf } from "../schemes/lessons";
import type { Example, Scheme } from "../schemes/scheme";

interface ExamplesListProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
}

/** The cases of every scheme, the right ones before the broken ones. */
export function ExamplesList({ onChoose }: ExamplesListProps) {
  return (
    <>
      {schemes.map((scheme) => (
        <section key={scheme.id} aria-label={scheme.label}>
          <Group
            title={scheme.label}
            examples={scheme.examples.filter(({ mistakes }) => !mistakes)}
            onChoose={(example) => onChoose(scheme, example)}
          />
          <Group
            title={`${scheme.label}, broken`}
            examples={scheme.examples.filter(({ mistakes }) => mistakes)}
            onChoose={(example) => onChoose(scheme, example)}
          />
        </section>
      ))}
    </>
  );
}

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
              {lessonOf(example.id)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
