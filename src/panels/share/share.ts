import type { Diagnosis } from "../../diagnosis/diagnosis";
import { type LinkedCase, writeLink } from "../../session/link";
import type { HashName } from "../../signing/types";

/** What a shared case is made from. There is no secret in it, only its size. */
export interface Shareable {
  readonly linked: LinkedCase;
  readonly schemeLabel: string;
  readonly hash: HashName;
  readonly signingString: string;
  readonly verdict: string;
  readonly secretSize: string;
  readonly diagnosis: Diagnosis | undefined;
}

export interface ShareText {
  readonly name: string;
  readonly text: string;
  readonly hint: string;
}

/** Pixels, at the width of a column of text; a host that listens is told the very height. */
const HEIGHTS = { other: 640, mismatch: 1340 };

/** The link and what documents make of it. `page` is the address of the playground as it is open now. */
export function shareTexts({ linked, schemeLabel, verdict }: Shareable, page: string): ShareText[] {
  const link = addressOf(page, "", linked);
  const embed = addressOf(page, "embed.html", linked);
  const title = `Countersign: a ${schemeLabel} signature, live`;
  return [
    { name: "Link", text: link, hint: "The case stands after “#”, which no server sees." },
    {
      name: "Markdown",
      text: `[See what gets signed](${link})`,
      hint: "A text link, for a README or an issue.",
    },
    {
      name: "Embed",
      text: `<iframe src="${escapeHtml(embed)}" title="${title}" width="100%" height="${verdict === "mismatch" ? HEIGHTS.mismatch : HEIGHTS.other}" loading="lazy" allow="clipboard-write"></iframe>`,
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

/** A plain-text report for a ticket: the case, what was found, and the secret's length alone. */
export function writeReport(shared: Shareable, page: string): string {
  const { linked, schemeLabel, hash, signingString, verdict, secretSize, diagnosis } = shared;
  const lines = [
    "Countersign report",
    "",
    `Scheme: ${schemeLabel}, HMAC-${hash.replace("-", "")}`,
    `URL: ${linked.url ?? ""}`,
    `Signing string: ${signingString || "none"}`,
    `Verdict: ${verdict}`,
    ...diagnosisLines(diagnosis),
    `Secret: ${secretSize || "none entered"} (not part of this report)`,
    "",
    `Open the case: ${addressOf(page, "", linked)}`,
  ];
  return lines.join("\n");
}

function diagnosisLines(diagnosis: Diagnosis | undefined): string[] {
  if (!diagnosis) return [];
  if (diagnosis.state === "unexplained") {
    return [`Diagnosis: no known mistake explains it; ${diagnosis.tried} HMACs tried.`];
  }
  return [
    ...diagnosis.mistakes.map(
      ({ id, title, detail }) => `Diagnosis: ${title}${detail ? ` ${detail}` : ""} (${id})`,
    ),
    ...(diagnosis.signed === null ? [] : [`Was signed: ${diagnosis.signed}`]),
    `Proof: ${diagnosis.formula} gives ${diagnosis.digits}`,
    ...diagnosis.mistakes.map(({ fix }) => `Fix: ${fix}`),
  ];
}

function baseOf(page: string): URL {
  const base = new URL(".", page);
  base.search = "";
  base.hash = "";
  return base;
}

function addressOf(page: string, file: string, linked: LinkedCase): string {
  // Markdown and GitBook end a link at a parenthesis or a quote.
  const fragment = writeLink(linked).replace(
    /[()'!*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${new URL(file, baseOf(page)).href}#${fragment}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
