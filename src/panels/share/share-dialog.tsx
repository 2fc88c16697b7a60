import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Diagnosis } from "../../diagnosis/diagnosis";
import type { Searching } from "../../session/queries";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { embedAddress, embedHeight, USUAL_EMBED } from "./embed-code";
import { PageSide } from "./page-side";
import { type Shareable, shareTexts, writeReport } from "./share";
import { ShareItem } from "./share-item";

export interface ShareDialogProps {
  readonly shared: Omit<Shareable, "diagnosis">;
  /** True where the URL itself holds the secret. */
  readonly holdsSecret: boolean;
  readonly onClose: () => void;
}

/** The case to take along, in every form that a document, a ticket or a chat takes. The secret is in none. */
export function ShareDialog({ shared, holdsSecret, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [side, setSide] = useState<"ticket" | "page">(shared.verdict === "mismatch" ? "ticket" : "page");
  const [choice, setChoice] = useState(USUAL_EMBED);
  const client = useQueryClient();
  const findDiagnosis = () =>
    client
      .getQueriesData<Diagnosis | Searching>({ queryKey: ["diagnosis"] })
      .flatMap(([, data]) => (data && data.state !== "searching" ? data : []))
      .at(0);
  // A search may end while the dialog is open.
  const diagnosis = useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    findDiagnosis,
  );
  const complete = { ...shared, diagnosis };
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="share-title"
      onClose={onClose}
      className="m-auto max-h-[90dvh] w-[min(42rem,calc(100vw-1.5rem))] overflow-y-auto rounded-box border border-line bg-surface p-0 text-ink backdrop:bg-scrim"
    >
      <div className="sticky top-0 flex items-start justify-between gap-4 bg-surface px-5 pt-4 pb-2">
        <div>
          <h2 id="share-title" className="text-lg font-semibold">
            Share this case
          </h2>
          <p className="text-soft">
            {shared.linked.example
              ? "It opens complete, with the example’s published secret."
              : "Everything but the secret. Whoever opens it enters their own."}
          </p>
        </div>
        <Button look="bare" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      {holdsSecret && (
        <p role="alert" className="mx-5 mt-3 font-medium text-bad">
          The URL itself holds what is entered as the secret, and so does every text below. If that is your
          secret, take it out of the URL first.
        </p>
      )}
      <div className="px-5 pt-2">
        <Choice label="What for" value={side} options={SIDES} onChange={setSide} />
      </div>
      <div hidden={side !== "page"}>
        <PageSide
          choice={choice}
          onChoice={setChoice}
          schemeLabel={shared.schemeLabel}
          address={embedAddress(location.href, shared.linked, choice)}
          size={{ width: choice.width, height: embedHeight(choice, shared.verdict) }}
        />
      </div>
      <dl className="divide-y divide-line px-5 pb-3">
        {shareTexts(complete, location.href, choice).map(({ name, text, hint }) => (
          <ShareItem
            key={name}
            name={name}
            text={text}
            hint={hint}
            hidden={side === "ticket" && name !== "Link"}
          />
        ))}
        <ShareItem
          name="Report"
          text={writeReport(complete, location.href)}
          hint="In plain text, to paste into a ticket."
          hidden={side === "page"}
          tall
        />
      </dl>
    </dialog>
  );
}

const SIDES = [
  { value: "ticket", label: "For a ticket" },
  { value: "page", label: "For a page" },
] as const;
