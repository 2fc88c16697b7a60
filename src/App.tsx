import { useCallback, useEffect, useState } from "react";
import { ExamplesMenu } from "./playground/examples-menu";
import { PlaygroundPanels } from "./playground/playground";
import { replaceSecret } from "./playground/secret";
import { initialState } from "./playground/state";
import { ThemeButton } from "./playground/theme-button";
import { usePlayground } from "./playground/use-playground";
import type { Example, Scheme } from "./schemes/scheme";
import { Announcer } from "./ui/announcer";
import { Logo } from "./ui/logo";

/** The page's frame: header, playground, footer. */
export function App() {
  const playground = usePlayground(initialState);
  const { change } = playground;
  const [demoSecret, setDemoSecret] = useState(playground.state.scheme.examples[0].secret);
  const choose = useCallback(
    (scheme: Scheme, example: Example) => {
      setDemoSecret(example.secret);
      replaceSecret(true);
      change({
        scheme,
        pasted: example.url,
        hash: example.hash ?? scheme.hashes[0],
        ...(example.settings && { settings: example.settings }),
      });
    },
    [change],
  );
  useEffect(() => {
    document.documentElement.dataset.ready = "true";
  }, []);
  return (
    <>
      <header data-screen className="border-b border-line">
        <div className="mx-auto flex max-w-7xl items-center gap-3 px-4 py-3 sm:px-8">
          <Logo />
          <p className="mr-auto flex flex-wrap items-baseline gap-x-3">
            <span className="text-lg font-bold tracking-tight">Countersign</span>
            <span className="hidden text-soft sm:inline">See exactly what gets signed.</span>
          </p>
          <ExamplesMenu onChoose={choose} />
          <ThemeButton />
        </div>
      </header>
      <h1 className="sr-only">Countersign, a signing playground for LibPixel and Urlbox URLs</h1>
      <PlaygroundPanels playground={playground} demoSecret={demoSecret} />
      <Announcer />
    </>
  );
}
