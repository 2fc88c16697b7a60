import { memo, Suspense, useCallback, useEffect, useState } from "react";
import { secretSize } from "../panels/input/secret-field";
import { loadWhenIdle, ShareDialog } from "../panels/lazy-panels";
import { PlaygroundPanels } from "../panels/playground";
import type { Example, Scheme } from "../schemes/scheme";
import { replaceSecret, secretText } from "../session/secret";
import { linkedCase, openExample, type State } from "../session/state";
import { type Playground, usePlayground } from "../session/use-playground";
import { Announcer } from "../ui/announcer";
import { Button } from "../ui/button";
import { Logo } from "../ui/logo";
import { ExamplesMenu } from "./examples-menu";
import { Footer } from "./footer";
import { tellReady } from "./page-ready";
import { Shortcuts } from "./shortcuts";
import { ThemeButton } from "./theme-button";
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

interface HeaderProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
  readonly onShare: () => void;
}

const Header = memo(function Header({ onChoose, onShare }: HeaderProps) {
  return (
    <header data-screen className="still border-b border-line">
      <div className="mx-auto flex max-w-7xl items-center gap-1.5 px-3 py-3 sm:gap-3 sm:px-8">
        <span className="max-[26rem]:hidden">
          <Logo />
        </span>
        <div className="mr-auto flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-base font-bold sm:text-lg tracking-tight">Countersign</h1>
          <p className="hidden text-soft sm:block">See exactly what gets signed.</p>
        </div>
        <ExamplesMenu onChoose={onChoose} />
        <Button onClick={onShare}>Share</Button>
        <ThemeButton />
      </div>
    </header>
  );
});
