import { Arrived } from "./arrived";
import { Clients } from "./clients";
import type { ClientsPanelProps } from "./props";
import { SharedInPaste } from "./shared-signature";

/** What becomes of the URL on its way: who sends it as it was signed, and what arrived in its place. */
export function ClientsPanel({ several, ...way }: ClientsPanelProps) {
  const { url, request, onUse } = way;
  return (
    <section
      aria-label="On its way"
      className="-mt-3 divide-y divide-line rounded-box border border-line text-[0.9375rem] empty:hidden print:not-has-[[open]]:hidden compact:mt-0 compact:text-sm"
    >
      {url !== "" && <Clients url={url} request={request} onUse={onUse} />}
      {several.urls > 1 && (
        <div className="px-4 pb-3 has-[>:empty]:hidden sm:px-5 compact:px-3">
          <SharedInPaste {...way} />
        </div>
      )}
      <Arrived {...way} />
    </section>
  );
}
