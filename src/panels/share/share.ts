import type { Diagnosis } from "../../diagnosis/diagnosis";
import type { LinkedCase } from "../../session/address/link";
import { toldFetchings, whoCanFetch } from "../../signing/clients/who-can-fetch";
import { type ComputationName, computation } from "../../signing/computations";
import { addressOf, baseOf } from "./address";
import { type EmbedChoice, embedAddress, embedHeight } from "./embed-code";

/** What a shared case is made from. There is no secret in it, only its size. */
export interface Shareable {
  readonly linked: LinkedCase;
  readonly schemeLabel: string;
  readonly signatureWord: string;
  readonly hash: ComputationName;
  readonly signingString: string;
  /** The URL as it has to be sent; empty where there is none yet, or where it does not match. */
  readonly signedUrl: string;
  readonly verdict: string;
  readonly secretSize: string;
  readonly diagnosis: Diagnosis | undefined;
}

export interface ShareText {
  readonly name: string;
  readonly text: string;
  readonly hint: string;
}

/** The link and what documents make of it. `page` is the address of the playground as it is open now. */
export function shareTexts(
  { linked, schemeLabel, signatureWord, verdict, diagnosis }: Shareable,
  page: string,
  choice: EmbedChoice,
): ShareText[] {
  const link = addressOf(page, "", linked);
  const embed = embedAddress(page, linked, choice);
  const title = `Countersign: a ${schemeLabel} ${signatureWord}, live`;
  return [
    { name: "Link", text: link, hint: "The case stands after “#”, which no server sees." },
    {
      name: "Markdown",
      text: [`[See what gets signed](${link})`, ...mistakeLinks(diagnosis, page)].join(" · "),
      hint: "A text link, for a README or an issue.",
    },
    {
      name: "Embed",
      text: `<iframe src="${escapeHtml(embed)}" title="${title}" width="100%" height="${embedHeight(choice, verdict)}" loading="lazy" allow="clipboard-write"></iframe>`,
      hint: "For a documentation page.",
    },
    { name: "GitBook", text: `{% embed url="${embed}" %}`, hint: "A block of its own; or paste the link." },
    {
      name: "Badge",
      text: `[![See what gets signed](${new URL("badge.svg", baseOf(page)).href})](${link})`,
      hint: "A picture with the link, for a README.",
    },
  ];
}

/** A plain-text report for a ticket, in sentences: the case, what was found, and the secret's length alone. */
export function writeReport(shared: Shareable, page: string): string {
  const { linked, schemeLabel, signatureWord, hash, signingString, verdict, secretSize } = shared;
  const lines = [
    "Countersign report",
    "",
    VERDICTS[verdict]?.(signatureWord) ?? "",
    ...diagnosisLines(shared, page),
    ...wayLines(shared),
    "",
    `URL: ${linked.url ?? ""}`,
    `Scheme: ${schemeLabel}, ${computation(hash).label}`,
    `Signing string: ${signingString || "none"}`,
    `Secret: ${secretSize || "none entered"} (not part of this report)`,
    "",
    `Open the case: ${addressOf(page, "", linked)}`,
  ];
  return lines.join("\n");
}

const VERDICTS: Readonly<Record<string, (signatureWord: string) => string>> = {
  empty: (word) => `The ${word} was not checked: no secret was entered.`,
  problem: () => "This URL cannot be signed as it stands.",
  unsigned: (word) => `The URL carries no ${word}.`,
  valid: (word) => `The ${word} is right: this secret made it.`,
  mismatch: (word) => `The ${word} does not match.`,
};

/** A right URL is refused where a client changes it. */
function wayLines({ verdict, signedUrl }: Shareable): string[] {
  if (signedUrl === "" || (verdict !== "valid" && verdict !== "unsigned")) return [];
  return [`On its way: ${toldFetchings(whoCanFetch(signedUrl))}`];
}

/** The page of a mistake, which says how it happens and how to check it. */
const mistakePage = (id: string, page: string): string => new URL(`mistakes/${id}.html`, baseOf(page)).href;

function mistakeLinks(diagnosis: Diagnosis | undefined, page: string): string[] {
  if (diagnosis?.state !== "explained") return [];
  return diagnosis.mistakes.map(
    ({ id, title }) => `[${title.replace(/[[\]\\]/g, "\\$&")}](${mistakePage(id, page)})`,
  );
}

function diagnosisLines({ diagnosis, hash }: Shareable, page: string): string[] {
  if (!diagnosis) return [];
  if (diagnosis.state === "unexplained") {
    return [`No known mistake explains it; ${diagnosis.tried} ${computation(hash).noun}s were tried.`];
  }
  const { mistakes, signed, formula, digits, client, sender } = diagnosis;
  return [
    ...mistakes.map(({ id, title, detail }) => `${title}${detail ? ` ${detail}` : ""} (${id})`),
    ...[client, sender].filter((sentence) => typeof sentence === "string"),
    "",
    ...(signed === null ? [] : [`What was signed: ${signed}`]),
    ...(formula === null ? [] : [`Proof: ${formula} gives ${digits}.`]),
    ...mistakes.map(({ fix }) => `To mend it: ${fix}`),
    ...mistakes.map(({ id }) => `More on this mistake: ${mistakePage(id, page)}`),
  ];
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
