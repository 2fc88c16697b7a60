import type { Scheme } from "../schemes/scheme";
import type { ComputationName } from "../signing/computations";
import type { Problem, SigningRequest } from "../signing/types";
import { groupDigits } from "../signing/wording/group-digits";
import { toOther } from "./notes/other-vendor";
import type { SecretFacts } from "./secret/secret-facts";
import type { Several } from "./several";

export type VerdictName = "empty" | "problem" | "unsigned" | "valid" | "mismatch";

/** What a verdict is made of. */
interface Judged {
  readonly verdict: VerdictName;
  readonly busy: boolean;
  /** True while the text waits to be read. */
  readonly reads: boolean;
  readonly request: Pick<SigningRequest, "found" | "typed"> | null;
  readonly problem: Problem | null;
  readonly secret: Pick<SecretFacts, "demo">;
  readonly state: { readonly scheme: Scheme };
  /** The vendor to whom the URL leads, where another's rule is chosen. */
  readonly foreign: Scheme | undefined;
  readonly several: Several;
  readonly hash: ComputationName;
  /** The hash that the vendor's own answer asks for, where another one signs; else `null`. */
  readonly missed: ComputationName | null;
}

/** A verdict as it is shown and read out. */
export interface VerdictText {
  readonly words: string;
  /** The colours and the mark. */
  readonly look: VerdictName;
  /** For a screen reader; `null` while nothing is settled, empty where another part of the page says it. */
  readonly announced: string | null;
}

/** Says a verdict. `impossible`: it is certain without the secret that none makes the URL valid. */
export function verdictText(judged: Judged, impossible: boolean): VerdictText {
  const { verdict, busy, problem, several } = judged;
  const isImpossible = verdict === "empty" && impossible;
  const words = isImpossible && !busy ? "This cannot be valid, whatever the secret." : sentence(judged);
  // That a secret is asked for is no answer, but that there are more URLs than the one on show is news.
  const isSaidElsewhere = verdict === "mismatch" || (verdict === "empty" && !impossible && several.urls <= 1);
  const shown = place(judged) + words;
  const said = isSaidElsewhere ? "" : `${shown} ${problem?.sentence ?? ""}`.trimEnd();
  return { words: shown, look: look(judged, isImpossible), announced: busy ? null : said };
}

function look({ verdict, foreign, secret, several, missed }: Judged, isImpossible: boolean): VerdictName {
  // The signature will be refused: it is made by the rule of another vendor, with a secret that no account has, or with another hash.
  const isVain =
    (verdict === "unsigned" && (foreign !== undefined || secret.demo)) || (verdict === "valid" && missed);
  if (isVain || isImpossible) return "problem";
  // Green would say that the other URLs are valid, too, which were not checked.
  return verdict === "valid" && several.urls > 1 ? "unsigned" : verdict;
}

function sentence(judged: Judged) {
  const { verdict, busy, reads, request, foreign, hash, missed } = judged;
  const { demo } = judged.secret;
  const { scheme } = judged.state;
  const signed = Boolean(request?.found);
  if (reads) return "Reading…";
  if (busy) return signed ? "Checking…" : "Signing…";
  switch (verdict) {
    case "problem":
      return "Nothing can be signed yet.";
    case "empty":
      return signed
        ? `Enter the ${scheme.secretLabel} to check this ${scheme.signatureWord}.`
        : `Enter the ${scheme.secretLabel} to sign this URL.`;
    case "unsigned":
      if (foreign && request)
        return `Signed by ${scheme.label}’s rule, but ${toOther(foreign, request.typed, "this")}.`;
      return demo ? "Signed with the demo secret, which no account has." : "Signed with this secret.";
    case "valid":
      if (missed)
        return `This secret made this ${scheme.signatureWord} with ${hash}, but ${scheme.label}’s answer asks for ${missed}.`;
      return `Valid: ${demo ? "the demo secret" : "this secret"} made this ${scheme.signatureWord}.`;
    case "mismatch":
      return "Does not match.";
  }
}

/** Says for which of several URLs a verdict speaks, with a space behind it; empty for one alone. */
export const place = ({ several, problem }: Pick<Judged, "several" | "problem">): string =>
  several.urls > 1 && !problem ? `The ${ordinal(several)} of ${groupDigits(several.urls)}. ` : "";

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** Which of several URLs is on show, in a word. */
export function ordinal({ shown }: Several): string {
  return ORDINALS[shown - 1] ?? "one on show";
}
