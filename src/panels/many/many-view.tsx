import { useEffect, useRef, useSyncExternalStore } from "react";
import { sumOf } from "../../many/report/report";
import type { Summary } from "../../many/report/summary";
import { findScheme, schemes } from "../../schemes";
import { isOwnSecret } from "../../session/many";
import type { SecretFacts } from "../../session/secret/secret-facts";
import type { Session } from "../../session/session";
import { useAnnouncement } from "../../ui/announcer";
import { FoldMark } from "../../ui/fold-mark";
import { OtherSecretsField } from "../input/other-secrets-field";
import { GroupItem } from "./group-item";
import { ManyHead, titleOfMany } from "./many-head";

const TEXT_FIELD = "textarea, input:not([type=file])";

interface ManyViewProps {
  readonly session: Session;
  readonly secret: SecretFacts;
  readonly secretName: string;
}

/** Many URLs: what is wrong with them, sorted by its cause. */
export function ManyView({ session, secret, secretName }: ManyViewProps) {
  const { many } = session;
  const facts = useSyncExternalStore(many.subscribe, many.facts, many.facts);
  const { name, summary, failed } = facts;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Its code may come late: whoever types already goes on.
    if (!document.activeElement?.matches(TEXT_FIELD)) heading.current?.focus({ preventScroll: true });
  }, []);
  const title = `${titleOfMany(name, summary)} · Countersign`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  usePastedFile(session);
  useAnnouncement(announced(summary), { known: false });
  return (
    <section
      aria-label="Many URLs"
      data-testid="many"
      data-state={summary?.state ?? (name !== "" ? "running" : undefined)}
      data-lines={summary?.lines ?? 0}
      data-urls={summary?.urls ?? 0}
      aria-busy={summary?.state === "running"}
      className="flex min-w-0 flex-col gap-4"
    >
      <ManyHead
        heading={heading}
        name={name}
        summary={summary}
        session={session}
        waitsFor={isOwnSecret(secret) ? "" : (secretOf(summary) ?? secretName)}
      />
      {failed && <p className="font-medium text-bad">{failed}</p>}
      {summary?.refused && <p className="text-lg/snug font-semibold">{summary.refused}</p>}
      {summary && summary.groups.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-box border border-line bg-surface">
          {summary.groups.map((group) => (
            <GroupItem
              key={group.id}
              group={group}
              session={session}
              facts={facts}
              isOver={summary.state !== "running"}
              hasSecret={summary.hasSecret}
            />
          ))}
        </ul>
      )}
      {summary?.state === "done" && summary.urls === 0 && !summary.refused && (
        <p>
          No line holds a URL of {schemes.map(({ label }) => label).join(" or ")}, nor any other with a
          signature.
        </p>
      )}
      <details className="group rounded-box border border-line px-4 py-3 sm:px-5">
        <summary className="list-none font-medium marker:hidden">
          <FoldMark />
          Try other secrets, such as an old one
        </summary>
        <div className="pt-3">
          <OtherSecretsField />
        </div>
      </details>
      {summary?.limits.map((limit) => (
        <p key={limit} className="text-sm text-soft">
          {limit}
        </p>
      ))}
    </section>
  );
}

/** What the secret of the URLs is called, whichever vendor is chosen; `null` where there are none, or of more than one vendor. */
function secretOf(summary: Summary | null): string | null {
  const ids = new Set(summary?.groups.flatMap(({ example }) => example?.scheme ?? []));
  const [id, ...others] = ids;
  return id === undefined || others.length > 0 ? null : (findScheme(id)?.secretLabel ?? null);
}

function announced(summary: Summary | null): string | null {
  if (!summary) return "";
  if (summary.state === "running") return null;
  return summary.refused ?? `${summary.state === "stopped" ? "Stopped. " : ""}${sumOf(summary)}`;
}

/** Here a paste is a text of URLs, wherever on the page, but for its fields. */
function usePastedFile(session: Session): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) session.openMany(file, file.name);
      else if (text !== "") session.openMany(new Blob([text]), "the pasted text");
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [session]);
}
