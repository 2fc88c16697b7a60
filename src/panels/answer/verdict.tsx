import { type ReactNode, Suspense } from "react";
import type { PlaygroundProps } from "../../session/use-playground";
import { type VerdictName, verdictText } from "../../session/verdict";
import type { Problem } from "../../signing/types";
import { useAnnouncement } from "../../ui/announcer";
import { HeldSecret, OneOfSeveral, Switched, TypingBar, usePanels } from "../lazy-panels";
import { RewriteButton } from "./rewrite-button";
import { Undo } from "./undo";

interface VerdictProps extends PlaygroundProps {
  readonly compact: boolean;
  /** True where it is certain without the secret that none makes the URL valid. */
  readonly impossible: boolean;
  readonly onRewrite: (text: string) => void;
  readonly children?: ReactNode;
}

const LOOKS: Readonly<Record<VerdictName, { wash: string; mark: string }>> = {
  empty: { wash: "bg-sunken text-soft", mark: "○" },
  problem: { wash: "bg-warn-wash text-warn", mark: "!" },
  unsigned: { wash: "bg-sunken text-ink", mark: "→" },
  valid: { wash: "bg-good-wash text-good", mark: "✓" },
  mismatch: { wash: "bg-bad-wash text-bad", mark: "✕" },
};

/** The answer, first and large; what stops signing and why a signature does not match stand inside it. */
export function Verdict({ playground, compact, impossible, onRewrite, children }: VerdictProps) {
  const { session, verdict, busy, problem, several, switched } = playground;
  const panels = usePanels();
  const { words, look, announced } = verdictText(playground, impossible);
  useAnnouncement(announced, { known: true });
  const { wash, mark } = LOOKS[look];
  // Outside Chromium WebCrypto takes a frame. The words for that moment appear late, so that they do not flash at each keystroke.
  const late = busy ? "appear-late" : "";
  return (
    <>
      <section
        aria-label="Verdict"
        className="still overflow-hidden rounded-box border border-line bg-surface"
      >
        {(playground.holdsSecret || playground.secret.pasted.length > 0) && (
          <Suspense>
            <HeldSecret playground={playground} />
          </Suspense>
        )}
        <div
          className={`flex items-center gap-3 px-4 py-2.5 sm:px-5 compact:gap-2 compact:px-3 compact:py-1.5 ${wash}`}
        >
          <span aria-hidden className={`w-4 shrink-0 text-center font-semibold ${late}`}>
            {mark}
          </span>
          <h2
            data-testid="verdict"
            data-verdict={verdict}
            tabIndex={-1}
            className={`text-base font-semibold text-balance compact:text-sm/5.5 outline-none ${late}`}
          >
            {words}
          </h2>
          {!switched && <Undo playground={playground} onRewrite={onRewrite} className="-my-2.5 ml-auto" />}
        </div>
        {switched && (
          <Suspense>
            <Switched playground={playground} onRewrite={onRewrite} />
          </Suspense>
        )}
        {several.urls > 1 && (
          <Suspense>
            <OneOfSeveral several={several} onCheckAll={compact ? null : session.checkAll} />
          </Suspense>
        )}
        {problem && <ProblemText problem={problem} onRewrite={onRewrite} />}
        {children}
      </section>
      {!compact && panels && (
        <Suspense>
          <TypingBar wash={wash}>
            <span className={late}>
              {mark} {words}
            </span>
          </TypingBar>
        </Suspense>
      )}
    </>
  );
}

/** What stops signing, and the click that mends it. */
function ProblemText({
  problem,
  onRewrite,
}: {
  readonly problem: Problem;
  readonly onRewrite: (text: string) => void;
}) {
  return (
    <div className="border-t border-line px-4 py-4 sm:px-5">
      <p
        data-testid="problem"
        data-problem={problem.kind}
        className="text-lg/snug font-semibold text-balance"
      >
        {problem.sentence}
      </p>
      {problem.rewrite && <RewriteButton rewrite={problem.rewrite} onRewrite={onRewrite} />}
    </div>
  );
}
