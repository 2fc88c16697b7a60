import { Suspense, useCallback, useEffect, useState } from "react";
import { loadWhenIdle, ShareDialog } from "../panels/lazy-panels";
import { PlaygroundPanels } from "../panels/playground";
import { linkedCase } from "../session/address/linked-state";
import { secretSize } from "../session/secret/secret-facts";
import { type Playground, usePlayground } from "../session/use-playground";
import { Announcer } from "../ui/announcer";
import { Header } from "./header";
import { fetchExamples, fetchKeys, LateFooter } from "./late-parts";
import { tellReady } from "./page-ready";
import { Shortcuts } from "./shortcuts";
import { useForgetting } from "./use-forgetting";
import { useHabits } from "./use-habits";
import { useTitle } from "./use-title";

/** The page's frame: header, playground, footer. */
export function App() {
  const playground = usePlayground();
  const { session } = playground;
  const [sharing, setSharing] = useState(false);
  useForgetting(session);
  useHabits(session);
  useTitle(playground);
  useEffect(() => {
    tellReady();
    loadWhenIdle(session, fetchKeys, fetchExamples);
  }, [session]);
  const linked = useCallback(() => {
    const { state, reading, secret } = session.snapshot();
    return linkedCase(state, reading, secret.demo);
  }, [session]);
  const share = useCallback(() => setSharing(true), []);
  return (
    <>
      <Header
        onChoose={session.openExample}
        onShare={share}
        linked={linked}
        holdsSecret={playground.holdsSecret}
        onBroken={session.openBroken}
        isCase={!playground.state.isMany}
      />
      <PlaygroundPanels playground={playground} />
      <LateFooter />
      <Shortcuts />
      <Announcer />
      {sharing && (
        <Suspense>
          <ShareDialog {...shareable(playground)} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </>
  );
}

function shareable({ state, reading, hash, request, signedUrl, verdict, secret, holdsSecret }: Playground) {
  const linked = linkedCase(state, reading, secret.demo);
  return {
    holdsSecret,
    shared: {
      linked,
      schemeLabel: state.scheme.label,
      signatureWord: state.scheme.signatureWord,
      hash,
      signingString: request?.signingString ?? "",
      signedUrl,
      verdict,
      secretSize: secretSize(secret),
    },
  };
}
