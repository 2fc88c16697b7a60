import type { ReactNode } from "react";
import { memo } from "react";
import type { Several } from "../../session/several";
import type { VerdictName } from "../../session/use-playground";
import { groupDigits } from "../../signing/group-digits";
import type { Problem } from "../../signing/types";
import { useAnnouncement } from "../../ui/announcer";
import { Button } from "../../ui/button";
import { focusVerdict, RewriteButton } from "./rewrite-button";
import { TypingBar } from "./typing-bar";

interface VerdictProps {
  readonly name: VerdictName;
  readonly busy: boolean;
  /** True while the text waits to be read. */
  readonly reads: boolean;
  readonly signed: boolean;
  /** True while the secret is an example's published one. */
  readonly demo: boolean;
  readonly secretName: string;
  readonly signatureWord: string;
  /** The vendor to whom the URL leads, where another's rule is chosen; else empty. */
  readonly foreign: string;
  readonly schemeLabel: string;
  readonly problem: Problem | null;
  readonly onRewrite: (text: string) => void;
  /** How many URLs the paste holds, and which of them is on show. */
  readonly several: Several;
  /** Checks all of them; `null` where there is no room for that. */
  readonly onCheckAll: (() => void) | null;
  /** True where the URL holds the secret itself. */
  readonly holdsSecret: boolean;
  /** Takes back the last change by one click, or an edit that made a valid text invalid; `null` where there is none. */
  readonly onUndo: (() => void) | null;
  /** True where it is certain without the secret that none makes the URL valid. */
  readonly impossible: boolean;
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
export const Verdict = memo(function Verdict({
  name,
  busy,
  problem,
  onRewrite,
  holdsSecret,
  onUndo,
  several,
  impossible,
  onCheckAll,
  children,
  ...facts
}: VerdictProps) {
  // Signed in vain: by the rule of another vendor, or with a secret that no account has.
  const isVain = name === "unsigned" && (facts.foreign !== "" || facts.demo);
  const place = ordinal(several.shown);
  // A green bar would speak for URLs that were not looked at.
  const isFirstOnly = name === "valid" && several.urls > 1;
  const { wash, mark } =
    LOOKS[isVain || (name === "empty" && impossible) ? "problem" : isFirstOnly ? "unsigned" : name];
  // Where WebCrypto takes a frame (it does outside Chromium), no keystroke flashes words that nobody can read.
  const words = name === "empty" && impossible && !busy ? IMPOSSIBLE : sentence(name, busy, facts);
  useAnnouncement(
    busy
      ? null
      : (name === "empty" && !impossible) || name === "mismatch"
        ? ""
        : words + (problem?.sentence ?? ""),
    { known: true },
  );
  const late = busy ? "appear-late" : "";
  return (
    <>
      <section
        aria-label="Verdict"
        className="still overflow-hidden rounded-box border border-line bg-surface"
      >
        {holdsSecret && (
          <div role="alert" className="border-b border-line px-4 py-3 sm:px-5">
            <p className="text-lg/snug font-semibold text-bad">This URL holds your secret: replace it.</p>
            <p className="mt-0.5">
              Whoever gets the URL has the secret, too. Take it out of the URL, and have a new one made where
              you found it.
            </p>
          </div>
        )}
        <div
          className={`flex items-center gap-3 px-4 py-2.5 sm:px-5 compact:gap-2 compact:px-3 compact:py-1.5 ${wash}`}
        >
          <span aria-hidden className={`w-4 shrink-0 text-center font-semibold ${late}`}>
            {mark}
          </span>
          <h2
            data-testid="verdict"
            data-verdict={name}
            tabIndex={-1}
            className={`text-base font-semibold compact:text-sm/5.5 compact:text-balance outline-none ${late}`}
          >
            {several.urls > 1 && !problem && `The ${place} of ${groupDigits(several.urls)}. `}
            {words}
          </h2>
          {onUndo && (
            <Button
              className="-my-1 ml-auto"
              onClick={() => {
                onUndo();
                focusVerdict();
              }}
            >
              Undo
            </Button>
          )}
        </div>
        {several.urls > 1 && (
          <p
            data-testid="several"
            data-urls={several.urls}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2.5 text-soft sm:px-5"
          >
            This paste holds {groupDigits(several.urls)} URLs. The answer is that of the {place} alone.
            {onCheckAll && <Button onClick={onCheckAll}>Check all</Button>}
          </p>
        )}
        {problem && (
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
        )}
        {children}
      </section>
      <TypingBar wash={wash}>
        <span className={late}>
          {mark} {words}
        </span>
      </TypingBar>
    </>
  );
});

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? "one on show";
}

const IMPOSSIBLE = "This cannot be valid, whatever the secret.";

function sentence(
  name: VerdictName,
  busy: boolean,
  {
    reads,
    signed,
    demo,
    secretName,
    signatureWord,
    foreign,
    schemeLabel,
  }: Pick<
    VerdictProps,
    "reads" | "signed" | "demo" | "secretName" | "signatureWord" | "foreign" | "schemeLabel"
  >,
): string {
  if (reads) return "Reading…";
  if (busy) return signed ? "Checking…" : "Signing…";
  switch (name) {
    case "problem":
      return "Nothing can be signed yet.";
    case "empty":
      return signed
        ? `Enter the ${secretName} to check this ${signatureWord}.`
        : `Enter the ${secretName} to sign this URL.`;
    case "unsigned":
      if (foreign) return `Signed by ${schemeLabel}’s rule, but this is a link to ${foreign}.`;
      return demo ? "Signed with the demo secret, which no account has." : "Signed with this secret.";
    case "valid":
      return `Valid: ${demo ? "the demo secret" : "this secret"} made this ${signatureWord}.`;
    case "mismatch":
      return "Does not match.";
  }
}
