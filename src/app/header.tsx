import { memo, useCallback } from "react";
import { Purpose } from "../panels/purpose";
import { addressOf } from "../panels/share/address";
import type { Example, Scheme } from "../schemes/scheme";
import type { LinkedCase } from "../session/address/link";
import { Button } from "../ui/button";
import { CopyRead } from "../ui/copy-button";
import { Logo } from "../ui/logo";
import { ExamplesMenu } from "./examples-menu";
import { ThemeButton } from "./theme-button";

interface HeaderProps {
  readonly onChoose: (scheme: Scheme, example: Example) => void;
  readonly onShare: () => void;
  /** The case on show, as a link holds it. */
  readonly linked: () => LinkedCase;
  /** True where a link would hold the secret. */
  readonly holdsSecret: boolean;
  readonly onBroken: () => void;
  /** False where no case is on show that could be given to others. */
  readonly isCase: boolean;
}

/** The page's name and what acts on the whole of it. */
export const Header = memo(function Header({
  onChoose,
  onShare,
  linked,
  holdsSecret,
  onBroken,
  isCase,
}: HeaderProps) {
  const readLink = useCallback(() => addressOf(location.href, "", linked()), [linked]);
  return (
    <header data-screen className="still border-b border-line">
      <div className="mx-auto flex max-w-7xl items-center gap-1.5 px-3 py-3 sm:gap-3 sm:px-8">
        <span className="max-[26rem]:hidden">
          <Logo />
        </span>
        <div className="mr-auto flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-base font-bold sm:text-lg tracking-tight">Countersign</h1>
          <p className="hidden text-soft lg:block">
            <Purpose onBroken={onBroken} />
          </p>
        </div>
        <ExamplesMenu onChoose={onChoose} />
        {isCase && (
          <>
            <span className="max-sm:hidden">
              <CopyRead what="link" read={readLink} disabled={holdsSecret} inFull />
            </span>
            <Button onClick={onShare}>Share</Button>
          </>
        )}
        <ThemeButton />
      </div>
    </header>
  );
});
