import { useSyncExternalStore } from "react";
import type { Session } from "../../session/session";
import { Button } from "../../ui/button";
import { Visible } from "../answer/strings/marked-text";

/** Leads back from a case to the file of URLs that is still there. */
export function WayBack({ session }: { readonly session: Session }) {
  const { many } = session;
  const { name } = useSyncExternalStore(many.subscribe, many.facts, many.facts);
  if (name === "") return null;
  return (
    <Button look="bare" className="-my-3 -ml-3 max-w-full self-start" onClick={() => session.openMany()}>
      <span aria-hidden>←</span>
      <span className="truncate">
        Back to <Visible text={name} />
      </span>
    </Button>
  );
}
