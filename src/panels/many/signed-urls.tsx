import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Session } from "../../session/session";
import { groupDigits } from "../../signing/wording/group-digits";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { saveText } from "./save";

interface SignedUrlsProps {
  readonly session: Session;
  readonly run: number;
  readonly count: number;
}

/** Signs the unsigned URLs on demand, as a list to copy or save. */
export function SignedUrls({ session, run, count }: SignedUrlsProps) {
  const [wanted, setWanted] = useState(0);
  const isWanted = wanted === run;
  const { data: list } = useQuery({
    queryKey: ["signed many", run],
    queryFn: async () => (await session.many.work?.signed()) ?? "",
    enabled: isWanted,
  });
  if (!isWanted) return <Button onClick={() => setWanted(run)}>Sign {count > 1 ? "them" : "it"}</Button>;
  if (list === undefined) return null;
  const lines = list.split("\n").length - 1;
  return (
    <div className="basis-full">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <p className="mr-auto">
          {groupDigits(lines)} signed with this secret
          {lines < count && `; ${leftOut(count - lines)}`}.
        </p>
        {lines > 0 && (
          <>
            <CopyButton what="signed URLs" text={list} />
            <Button onClick={() => saveText(list, "signed-urls.txt", "text/plain")}>Save list</Button>
          </>
        )}
      </div>
      {lines > 0 && (
        <textarea
          readOnly
          aria-label="Signed URLs"
          rows={Math.min(8, lines + 1)}
          spellCheck={false}
          className="field w-full overflow-auto px-3 py-2 font-mono text-sm whitespace-pre"
          value={list.length > MOST_SHOWN ? `${list.slice(0, MOST_SHOWN)}…` : list}
        />
      )}
    </div>
  );
}

const leftOut = (count: number) =>
  count === 1
    ? "1 holds a secret, needs another vendor’s, or cannot be signed"
    : `${groupDigits(count)} hold a secret, need another vendor’s, or cannot be signed`;

/** A field of more characters is slow; the whole is copied and saved. */
const MOST_SHOWN = 100_000;
