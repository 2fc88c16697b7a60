import { Suspense, useCallback, useEffect, useState } from "react";
import { secretSize } from "../panels/input/secret-field";
import { loadWhenIdle, ShareDialog } from "../panels/lazy-panels";
import { PlaygroundPanels } from "../panels/playground";
import type { Example, Scheme } from "../schemes/scheme";
import { replaceSecret, secretText } from "../session/secret";
import { linkedCase, openExample, type State } from "../session/state";
import { type Playground, usePlayground } from "../session/use-playground";
import { Announcer } from "../ui/announcer";
import { Footer } from "./footer";
import { Header } from "./header";
import { tellReady } from "./page-ready";
import { Shortcuts } from "./shortcuts";
import { useForgetting } from "./use-forgetting";
import { useLinkedCases } from "./use-linked-cases";

/** The page's frame: header, playground, footer. */
export function App({ first }: { readonly first: () => State }) {
  const playground = usePlayground(first);
  const { change, forget } = playground;
  const [sharing, setSharing] = useState(false);
  useForgetting(forget);
  useLinkedCases(change);
  useEffect(() => {
    tellReady();
    loadWhenIdle();
  }, []);
  const choose = useCallback(
    (scheme: Scheme, example: Example) => {
      change(openExample(scheme, example));
      replaceSecret(true);
    },
    [change],
  );
  const share = useCallback(() => setSharing(true), []);
  return (
    <>
      <Header onChoose={choose} onShare={share} />
      <PlaygroundPanels playground={playground} />
      <Footer />
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

/** A shorter secret may stand in a URL by chance. */
const FEWEST_CHARACTERS = 6;

function shareable({ state, reading, hash, request, verdict, secret }: Playground) {
  const linked = linkedCase(state, reading, secret.demo);
  const isLong = !secret.demo && secret.characters >= FEWEST_CHARACTERS;
  return {
    holdsSecret: isLong && Object.values(linked).some((value) => value.includes(secretText())),
    shared: {
      linked,
      schemeLabel: state.scheme.label,
      hash,
      signingString: request?.signingString ?? "",
      verdict,
      secretSize: secretSize(secret),
    },
  };
}
