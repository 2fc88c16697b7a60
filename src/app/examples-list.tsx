import { schemes } from "../schemes";
import { lessonOf } from "../schemes/lessons";
import type { Example } from "../schemes/scheme";

/** The cases of every scheme, the right ones before the broken ones. Whoever holds the list hears its clicks. */
export function ExamplesList() {
  return (
    <>
      {schemes.map((scheme) => (
        <section key={scheme.id} aria-label={scheme.label}>
          <Group title={scheme.label} examples={scheme.examples.filter(({ mistakes }) => !mistakes)} />
          <Group
            title={`${scheme.label}, broken`}
            examples={scheme.examples.filter(({ mistakes }) => mistakes)}
          />
        </section>
      ))}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly examples: readonly Example[];
}

function Group({ title, examples }: GroupProps) {
  return (
    <>
      <h2 className="px-3 pt-2 pb-1 text-sm font-semibold text-soft">{title}</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.id} className="relative rounded-md px-3 py-1.5 hover:bg-sunken">
            <button
              type="button"
              data-example={example.id}
              aria-describedby={`lesson-${example.id}`}
              className="text-left font-medium after:absolute after:inset-0"
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
