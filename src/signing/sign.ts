import { checkDelivery } from "./delivery";
import type { FoundUrl } from "./find/candidates";
import type { Finding } from "./find/finding";
import { isSigned } from "./find/signed";
import type { Rule } from "./rule";
import type { Note, Part, Problem, Result, Settings, SigningRequest, UrlText } from "./types";
import { anatomy, cutUrl, leftOut, withoutBreaks } from "./url-text";

/** A pasted text as it was understood: its colours even where it cannot be signed. */
export interface Reading {
  readonly request: Result<SigningRequest>;
  /** The pasted text in parts; joined they are the pasted text exactly. */
  readonly pastedParts: readonly Part[];
  /** The URL as typed or found, cut. */
  readonly text: UrlText;
  /** Where the URL stands in the paste, in UTF-16 units; `null` when it stands there in another spelling. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** True when `Settings` decide the link, so that the page asks for them. */
  readonly takesSettings: boolean;
}

/** `cut → prepare → read`, of what was found in a paste: all of reading that needs no secret. Pure, linear in the text's length. */
export function readFound(
  rule: Rule,
  pasted: string,
  { found, opaque }: Finding,
  settings: Settings,
): Reading {
  const url = found?.url ?? pasted.trim();
  const start = found ? found.start : pasted.length - pasted.trimStart().length;
  const text = cutUrl(url);
  const problem = checkText(url, text.origin);
  const takesSettings = rule.buildsFrom(text) && (problem === null || problem.kind === "no-scheme");
  const request =
    problem && !(takesSettings && problem.kind === "no-scheme") ? failed(problem) : rule.read(text, settings);
  const typedParts = anatomy(text, request.ok ? request.value.found : null);
  return {
    request: withPasteNotes(request, pasted, found, opaque),
    pastedParts:
      start === null
        ? [{ kind: "delimiter", text: pasted }]
        : [
            { kind: "delimiter", text: pasted.slice(0, start) },
            ...typedParts,
            { kind: "delimiter", text: pasted.slice(start + url.length) },
          ],
    text,
    place: start === null ? null : { start, end: start + url.length },
    takesSettings,
  };
}

/** The paste with another URL in the place of the one that was read; the URL alone where that place is unknown. */
export function replaceUrl(pasted: string, { place }: Pick<Reading, "place">, url: string): string {
  return place ? pasted.slice(0, place.start) + url + pasted.slice(place.end) : url;
}

/** The paste without the URL that was read, to its first white space: what a vendor said of it stands around it. */
export function aroundUrl(pasted: string, { place, request, text }: Reading): string {
  const isUrl = text.origin !== "" || request.ok || request.problem.kind === "no-scheme";
  if (!place || !isUrl) return pasted;
  const length = /^\S*/.exec(pasted.slice(place.start, place.end))?.[0].length ?? 0;
  return `${pasted.slice(0, place.start)} ${pasted.slice(place.start + length)}`;
}

/** The text of a list of parts. */
export function joinParts(parts: readonly Part[]): string {
  let text = "";
  for (const part of parts) text += part.text;
  return text;
}

export type Verdict = "unsigned" | "valid" | "mismatch";

/** Whether `signature`, computed from the secret, is the one that the URL carries, where it must stand. */
export function check(request: SigningRequest, signature: string): Verdict {
  if (!request.found) return "unsigned";
  const matches = withoutBreaks(request.found.text) === signature;
  return matches && request.found.misplaced === null ? "valid" : "mismatch";
}

function failed(problem: Problem): Result<never> {
  return { ok: false, problem };
}

/** Problems that every scheme shares. A missing scheme is one that a builder of links may overlook. */
function checkText(url: string, origin: string): Problem | null {
  // A host is signed by no vendor, so that the path of a signed request is enough.
  if (/^\/[^/]/.test(url) && isSigned(url)) return null;
  if (url === "") {
    return { kind: "no-url", sentence: "There is no URL yet. Paste one, or choose an example." };
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(?!\d)/.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return {
      kind: "unsupported-scheme",
      sentence: `Only http: and https: URLs can be signed, and this one begins with “${scheme.slice(0, 20)}:”. Paste the web address.`,
    };
  }
  if (scheme !== undefined && /^https?:\/\/([^@]*@)?(:\d*)?$/i.test(withoutBreaks(origin) || "https://")) {
    return { kind: "no-host", sentence: "The URL names no host. Write the host after “https://”." };
  }
  if (scheme === undefined) return noScheme(url);
  return null;
}

/** Names of two labels or more in any script, IPv4 and IPv6 addresses. */
const HOSTS: readonly RegExp[] = [
  /^(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}_-]{2,}\.?$/u,
  /^localhost$/i,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^\[[0-9a-f:.]{2,45}\]$/i,
];

function noScheme(url: string): Problem {
  const address = url.replace(/^\/\//, "");
  const authority = withoutBreaks(/^[^/?#]*/.exec(address)?.[0] ?? "");
  const host = authority.replace(/^[^\s@]*@/, "").replace(/:\d*$/, "");
  if (HOSTS.some((pattern) => pattern.test(host))) {
    return {
      kind: "no-scheme",
      sentence: "The URL does not say how to reach its host. Begin it with “https://”.",
      rewrite: { label: "Add https://", text: `https://${address}` },
    };
  }
  return {
    kind: "no-host",
    sentence: "This is no URL with a host. Paste the whole address, from “https://” on.",
  };
}

function withPasteNotes(
  request: Result<SigningRequest>,
  pasted: string,
  found: FoundUrl | null,
  opaque: string | null,
): Result<SigningRequest> {
  if (!request.ok) return request;
  const notes = [
    ...(found && !isAll(found, pasted) ? foundNotes(found) : trimmedNote(pasted)),
    ...addressNotes(request.value, opaque),
  ];
  return {
    ok: true,
    value: {
      ...request.value,
      notes: [...notes, ...request.value.notes, ...checkDelivery(request.value.unsigned)],
    },
  };
}

/** A path alone, as a row of a log has it, was taken out of nothing. */
function isAll({ url, layers }: FoundUrl, pasted: string): boolean {
  return layers.length === 0 && url === pasted.trim();
}

/** What the URL was taken out of, the innermost first. */
function foundNotes({ layers, start }: FoundUrl): Note[] {
  const where = layers.length > 0 ? layers.join(" inside ") : "the pasted text";
  const note: Note = { kind: "found", sentence: `The URL was found in ${where}; only the URL is signed.` };
  if (start !== null || !layers.includes("HTML")) return [note];
  return [note, { kind: "html-unescaped", sentence: "HTML writes “&” as “&amp;”: it was read as “&”." }];
}

function trimmedNote(pasted: string): Note[] {
  if (pasted.trim() === pasted) return [];
  return [
    {
      kind: "trimmed",
      sentence: "White space around the URL was left out.",
      changes: leftOut(pasted.replace(pasted.trim(), "")),
    },
  ];
}

/** A path without a host, and a link whose address only another service knows. */
function addressNotes({ typed, found }: SigningRequest, opaque: string | null): Note[] {
  if (typed.origin === "" && /^\//.test(typed.path)) {
    return [
      {
        kind: "any-host",
        sentence: "No host is named here. The host is not signed, so this holds for any host.",
      },
    ];
  }
  if (found || !opaque) return [];
  return [
    {
      kind: "opaque-carrier",
      sentence: `This is a link of ${opaque}, and only ${opaque} knows where it leads: nothing can be read from it. Open it, and paste the address that it leads to.`,
    },
  ];
}
