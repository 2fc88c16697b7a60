import { jsonText } from "../../mistakes/text/json-text";
import { toldFetchings, whoCanFetch } from "../../signing/clients/who-can-fetch";
import type { Explained, ExplainedMistake } from "../diagnosis";

/** What the page of whoever has the secret found out. */
export interface Asked {
  readonly schemeLabel: string;
  /** The URL that was asked about; it came with the request. */
  readonly url: string;
  readonly verdict: "valid" | "mismatch";
  /** `null` where no known mistake explains a mismatch, or there is none. */
  readonly explained: Explained | null;
}

/** An answer as it was read from a text that anyone can write: nothing of it is proved. */
export interface ReadAnswer {
  readonly verdict: "valid" | "mismatch";
  readonly mistakes: readonly { readonly id: string; readonly detail: string | null }[];
  /** The string that was signed, as the answer says. */
  readonly signed: string | null;
}

const TITLE = "Countersign answer";

/**
 * The answer for whoever asked, without any character of the secret: what went wrong by its name in the catalogue, what is
 * foreign to the secret, and the string that was signed where the secret has no part in it.
 */
export function writeAnswer({ schemeLabel, url, verdict, explained: found }: Asked): string {
  const explained = found && isGuessable(found) ? null : found;
  const lines = [
    TITLE,
    `${schemeLabel}: ${sentenceOf(verdict, explained)}`,
    "The secret stayed in the browser in which it was entered, and is not part of this text.",
    "",
    `URL: ${url}`,
    `Answer: ${verdict}`,
  ];
  for (const mistake of explained?.mistakes ?? []) lines.push(...linesOf(mistake));
  if (verdict === "valid") lines.push(`On its way: ${toldFetchings(whoCanFetch(url))}`);
  if (explained && !explained.mistakes.some(({ holdsSecret }) => holdsSecret)) {
    const { client, sender, signed } = explained;
    if (client) lines.push(`Signs like this: ${client}`);
    if (sender) lines.push(`On its way: ${sender}`);
    if (signed !== null) lines.push(`Signed: ${JSON.stringify(signed)}`);
  }
  return lines.join("\n");
}

function sentenceOf(verdict: Asked["verdict"], explained: Explained | null): string {
  if (verdict === "valid") return "the secret made this signature, the URL is valid.";
  if (explained === null)
    return "the secret gives another signature for this URL. No known mistake explains it, unless it is one about the secret that is told to its owner alone.";
  return "the signature does not match, and the mistake was found.";
}

/** A key of fewer characters may be a guess of whoever asks, who has made the signature with it: any name would say that it was right. */
const FEWEST_TOLD = 12;

function isGuessable({ mistakes, keyUse }: Explained): boolean {
  const leaves = (mistake: ExplainedMistake) => mistake.leavesPart || isUntold(mistake);
  return keyUse !== null && keyUse.dots < FEWEST_TOLD && mistakes.some(leaves);
}

function linesOf(mistake: ExplainedMistake): string[] {
  const { id, group, title, detail } = mistake;
  if (isUntold(mistake))
    return [
      `Mistake: ${UNTOLD}`,
      "Means: The secret was changed on its way into the code. Its owner’s page says how.",
    ];
  const isTold = detail && (group !== "secret" || isForeign(mistake, detail));
  return [`Mistake: ${id}`, `Means: ${title}`, ...(isTold ? [`Detail: ${detail}`] : [])];
}

/** Whether its very name may tell a character of the secret. */
const isUntold = ({ group, answerTells }: ExplainedMistake): boolean => group === "secret" && !answerTells;

/** Said in the place of such a name. */
const UNTOLD = "untold";

/** One sentence on what is foreign to the secret, and where it was. */
const WHERE =
  /^(?!The secret)[^.]*(?: at the (?:start|end)| at either end| (?:start|end) only|“ ?[^”]*” stood before it| stood around it|On both sides)\.$/;
/** A placeholder shares no text with the secret where it is named; the API key stands in the URL. */
const OTHER_KEY = /^The secret was “[^”]*”\.$/;

/** Whether what is said of a secret names only what is no part of it. */
function isForeign({ answerTells }: ExplainedMistake, detail: string): boolean {
  if (answerTells === "other key") return OTHER_KEY.test(detail);
  return answerTells === "addition" && WHERE.test(detail);
}

/** Mail quotes what it answers, and wraps lines, which cost at most a detail. */
const QUOTED = /^[>\s|]+/;
/** Longer texts are no answer. */
const MOST_LINES = 2000;
const MOST_MISTAKES = 4;
const LONGEST_DETAIL = 120;

/** The answer in a pasted text; `null` where there is none. */
export function readAnswer(pasted: string): ReadAnswer | null {
  const lines = pasted.split(/\r?\n/, MOST_LINES).map((line) => line.replace(QUOTED, "").trim());
  const start = lines.indexOf(TITLE);
  if (start < 0) return null;
  const mistakes: { id: string; detail: string | null }[] = [];
  let verdict: ReadAnswer["verdict"] | null = null;
  let signed: string | null = null;
  for (const line of lines.slice(start + 1)) {
    const [, name = "", value = ""] = /^(Answer|Mistake|Detail|Signed): (.*)$/.exec(line) ?? [];
    const last = mistakes.at(-1);
    if (name === "Answer" && (value === "valid" || value === "mismatch")) verdict = value;
    if (name === "Mistake" && mistakes.length < MOST_MISTAKES) mistakes.push({ id: value, detail: null });
    if (name === "Detail" && last) last.detail = value.slice(0, LONGEST_DETAIL);
    if (name === "Signed") signed = jsonText(value);
  }
  return verdict && { verdict, mistakes: verdict === "valid" ? [] : mistakes, signed };
}
