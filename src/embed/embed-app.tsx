import { useEffect, useLayoutEffect, useState } from "react";
import { tellReady } from "../app/page-ready";
import { showTheme } from "../app/theme-button";
import { useForgetting } from "../app/use-forgetting";
import { loadEmbedWhenIdle } from "../panels/lazy-panels";
import { PlaygroundPanels } from "../panels/playground";
import { findScheme } from "../schemes";
import { bringsCase, type LinkedCase, writeLink } from "../session/address/link";
import { linkedCase, linkedState } from "../session/address/linked-state";
import { usePlayground } from "../session/use-playground";
import { Announcer } from "../ui/announcer";
import { Logo } from "../ui/logo";
import { loadRequests, talkToHost } from "./frame";
import { readLook } from "./look";

/** The playground inside a document: the same panels, small, and the way to the whole page. */
export function EmbedApp() {
  const [look] = useState(() => readLook(typeof location === "undefined" ? "" : location.search));
  const playground = usePlayground();
  const { state, reading, secret, session, holdsSecret } = playground;
  useForgetting(session);
  useLayoutEffect(() => {
    if (look.accent) document.documentElement.style.setProperty("--accent", look.accent);
    const scheme = look.scheme === null ? undefined : findScheme(look.scheme);
    if (scheme && session.snapshot().state.scheme !== scheme) session.chooseScheme(scheme);
  }, [look, session]);
  useEffect(() => {
    tellReady();
    loadEmbedWhenIdle(session, look.show);
    void loadRequests();
  }, [session, look]);
  useEffect(() => {
    const root = document.getElementById("root");
    return root
      ? talkToHost(root, session, (request) => {
          if (request.type === "setTheme") showTheme(request.theme === "auto" ? "system" : request.theme);
          else if (bringsCase(request.state))
            session.openFromOutside({
              ...linkedState({ linked: request.state, secrets: [], clean: "" }),
              arrival: [],
            });
        })
      : undefined;
  }, [session]);
  return (
    <div data-compact>
      <header data-screen className="flex items-center gap-2 border-b border-line px-3 min-[45rem]:px-4">
        <Logo />
        <h1 className="mr-auto text-sm font-bold tracking-tight">Countersign</h1>
        <FullPlaygroundLink linked={holdsSecret ? null : linkedCase(state, reading, secret.demo)} />
      </header>
      <PlaygroundPanels playground={playground} compact={look} />
      <Announcer />
    </div>
  );
}

/** The same case on the whole page, in a tab of its own; without the case, where its URL holds the secret. The secret stays behind. */
function FullPlaygroundLink({ linked }: { readonly linked: LinkedCase | null }) {
  return (
    <a
      href={linked ? `./#${writeLink(linked)}` : "./"}
      target="_blank"
      rel="noopener"
      className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center gap-1 text-sm font-medium text-soft hover:text-ink"
    >
      Open full playground <span aria-hidden>↗</span>
    </a>
  );
}
