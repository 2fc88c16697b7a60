import { memo, Suspense, useCallback, useEffect, useState } from "react";
import { ExamplesMenu } from "./playground/examples-menu";
import { Footer } from "./playground/footer";
import { loadWhenIdle, ShareDialog } from "./playground/lazy-panels";
import { tellReady } from "./playground/page-ready";
import { PlaygroundPanels } from "./playground/playground";
import { replaceSecret, secretText } from "./playground/secret";
import { secretSize } from "./playground/secret-field";
import { Shortcuts } from "./playground/shortcuts";
import { linkedCase, openExample, type State } from "./playground/state";
import { ThemeButton } from "./playground/theme-button";
import { useForgetting } from "./playground/use-forgetting";
import { useLinkedCases } from "./playground/use-linked-cases";
import { type Playground, usePlayground } from "./playground/use-playground";
import type { Example, Scheme } from "./schemes/scheme";
import { Announcer } from "./ui/announcer";
import { Button } from "./ui/button";
import { Logo } from "./ui/logo";

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
