import type { BeforeAfter } from "../signing/types";
import { invisibleName } from "../signing/wording/invisible";

const MOST_SHOWN = 24;
const LONGEST_SHOWN = 160;

interface ChangesProps {
  readonly changes: readonly BeforeAfter[];
  /** True where they go on in the line of who makes them. */
  readonly inline?: boolean;
}

/** Before → after, each once. */
export function Changes({ changes, inline = false }: ChangesProps) {
  return (
    <ul
      className={`text-sm ${inline ? "inline *:ml-2 *:inline-block" : "mt-2 flex flex-wrap gap-x-5 gap-y-1"}`}
    >
      {changes.slice(0, MOST_SHOWN).map((change) => (
        <li key={change.before}>
          <code className="specimen">{shown(change.before)}</code>
          <span className="mx-2 text-quiet">→</span>
          <code className="specimen">{shown(change.after)}</code>
        </li>
      ))}
      {changes.length > MOST_SHOWN && <li className="text-soft">and {changes.length - MOST_SHOWN} more</li>}
    </ul>
  );
}

function shown(text: string): string {
  if (text === "") return "nothing";
  const visible = [...text.slice(0, LONGEST_SHOWN)]
    .map((char) => (char === " " ? "space" : (invisibleName(char) ?? char)))
    .join("");
  return text.length > LONGEST_SHOWN ? `${visible}…` : visible;
}
