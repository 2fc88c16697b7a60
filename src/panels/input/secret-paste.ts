import { MASKED, maskedIn } from "../../session/notes/masked";
import { INVISIBLE, QUOTES, wrappedIn } from "../../session/secret/bare-secret";
import type { SecretHome } from "../../session/secret/secret";

/** What a pasted secret carried beside itself. */
export interface PasteFindings {
  /** In words for a sentence: "a line break at the end"; never any of the secret's characters. */
  readonly carried: readonly string[];
  /** True when some of it stands in the field now: a single-line field drops only line breaks. */
  readonly kept: boolean;
}

const LINE_BREAKS = /[\r\n]/;
/** But for the byte order mark, which `\s` has, too. */
const SPACES = /^(?!\ufeff)\s|(?!\ufeff)\s$/;
const PAIRED = /^["'`“”„‟‘’‚‛«»‹›].*["'`“”„‟‘’‚‛«»‹›]$/s;

/** What was typed in the place of a secret, as `pasted` has it. Nobody types what comes along with a copy. */
export function inspectTyped(text: string): readonly string[] {
  const masked = maskedIn(text);
  return masked ? [MASKED[masked]] : [];
}

/** What it is stored in, else line breaks, spaces, quotes, a URL and invisible characters that most often do not belong to a secret (signing rules, "Secret"). */
export function inspectPaste(text: string): PasteFindings {
  const wrapped = wrappedIn(text.replace(/[\r\n]+/g, ""));
  if (wrapped) return { carried: [wrapped.carried], kept: true };
  const withoutBreaks = text.replace(/[\r\n]+/g, "");
  const carried: string[] = [];
  const masked = maskedIn(text);
  if (masked) carried.push(MASKED[masked]);
  if (LINE_BREAKS.test(text.trim())) carried.push("line breaks inside");
  else if (/[\r\n]\s*$/.test(text.slice(-16))) carried.push("a line break at the end");
  else if (LINE_BREAKS.test(text)) carried.push("a line break at the start");
  if (SPACES.test(withoutBreaks)) carried.push("white space at an end");
  if (/https?:\/\/\S/i.test(text)) carried.push("a URL");
  if (withoutBreaks.trim().search(QUOTES) >= 0)
    carried.push(PAIRED.test(withoutBreaks.trim()) ? "quotes around it" : "a quote at one end");
  if (withoutBreaks.search(INVISIBLE) >= 0) carried.push("an invisible character");
  return {
    carried,
    kept: carried.some(
      (finding) => !finding.startsWith("a line break") && !finding.startsWith("line breaks"),
    ),
  };
}

/** Tells of what was put into the field what a paste of it would have carried. */
export function tellOf(secret: SecretHome): void {
  const { carried, kept } = inspectPaste(secret.text);
  if (carried.length > 0) secret.pasted(carried, kept);
}
