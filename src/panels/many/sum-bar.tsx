import { isCause, isOpen } from "../../many/report/group-words";
import type { GroupSummary, Summary } from "../../many/report/summary";

/** How much of the file each group is. */
export function SumBar({ summary: { groups } }: { readonly summary: Summary }) {
  const inOrder = groups.toSorted((a, b) => Number(isRest(b)) - Number(isRest(a)));
  return (
    <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
      {inOrder.map((group) => (
        <span key={group.id} className={`min-w-1 ${colourOf(group)}`} style={{ flexGrow: group.count }} />
      ))}
    </div>
  );
}

/** Green for what is right, red for what is proved wrong, else amber. */
function colourOf(group: GroupSummary): string {
  if (group.id === "valid") return "bg-good";
  if (group.id === "unsigned" || isOpen(group)) return "bg-edge";
  return isCause(group) ? "bg-bad" : "bg-warn";
}

/** What is right, or unknown, is most of a file and has no cause to point at. */
function isRest(group: GroupSummary): boolean {
  return group.id === "valid" || isOpen(group);
}
