import type { Scheme } from "../../schemes/scheme";
import type { Revisions } from "../../session/queries";
import type { Several } from "../../session/several";
import type { HashName, SigningRequest } from "../../signing/types";
import { Arrived } from "./arrived";
import { Clients } from "./clients";
import { SharedInPaste } from "./shared-signature";

export interface ClientsPanelProps {
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly hash: HashName;
  readonly pasted: string;
  readonly several: Several;
  /** The URL to be sent, where it is right; else empty. */
  readonly url: string;
  readonly revisions: Revisions;
  /** True where a secret is entered that may be used. */
  readonly hasSecret: boolean;
  readonly compact: boolean;
  readonly onUse: (url: string) => void;
}

/** What becomes of the URL on its way: who sends it as it was signed, and what arrived in its place. */
export function ClientsPanel({ compact, several, ...way }: ClientsPanelProps) {
  const { url, request, onUse } = way;
  return (
    <section
      aria-label="On its way"
      className="-mt-3 divide-y divide-line rounded-box border border-line text-[0.9375rem] empty:hidden compact:mt-0 compact:text-sm"
    >
      {url !== "" && <Clients url={url} request={request} onUse={onUse} />}
      {!compact && several.urls > 1 && (
        <div className="px-4 pb-3 empty:hidden sm:px-5">
          <SharedInPaste {...way} />
        </div>
      )}
      {!compact && <Arrived {...way} />}
    </section>
  );
}
