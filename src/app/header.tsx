import { memo } from "react";
import type { Example, Scheme } from "../schemes/scheme";
import { Button } from "../ui/button";
import { Logo } from "../ui/logo";
import { ExamplesMenu } from "./examples-menu";
import { ThemeButton } from "./theme-button";

interface HeaderProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
  readonly onShare: () => void;
}

/** The page's name and what acts on the whole of it. */
export const Header = memo(function Header({ onChoose, onShare }: HeaderProps) {
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
