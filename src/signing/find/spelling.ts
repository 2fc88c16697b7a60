import { isSigned } from "./signed";

/** A URL in another spelling, and how users know that one. */
interface Spelled {
  readonly url: string;
  readonly where: string | null;
}

/** Before punctuation alone: in code a backslash stands before letters, too. */
const BACKSLASHES = /\\(?=[!-/:-@[-`{-~])/g;

/** No other backslash stands there, and a character that is escaped once is escaped everywhere. */
function isConsistent(url: string): boolean {
  const escaped = new Set([...url.matchAll(/\\(.)/g)].map((match) => match[1] ?? ""));
  const rest = url.replace(/\\[!-/:-@[-`{-~]/g, "");
  return !rest.includes("\\") && ![...rest].some((char) => escaped.has(char));
}

/**
 * Undoes the spelling of one that is already signed: shells, LaTeX, Markdown and CSS write a backslash before punctuation,
 * PowerShell a backtick before “&”; systemd, cron's kin and batch files write each “%” twice. In a URL that is still to be signed
 * all of them are its own.
 */
export function undone(url: string): Spelled {
  const ticked = url.replaceAll("`&", "&");
  if (ticked !== url && !/[^`]&|`(?!&)/.test(url) && isSigned(ticked))
    return { url: ticked, where: "a command of PowerShell" };
  if (!url.includes("\\") && !url.includes("%%")) return { url, where: null };
  const plain = url.replace(BACKSLASHES, "");
  if (plain !== url && isConsistent(url) && isSigned(plain))
    return { url: plain, where: "text with a backslash before punctuation" };
  const single = url.replaceAll("%%", "%");
  const isDoubled = single !== url && !url.replaceAll("%%", "").includes("%");
  return isDoubled && isSigned(url)
    ? { url: single, where: "text that writes “%” twice" }
    : { url, where: null };
}
