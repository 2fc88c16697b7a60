import type { FoundSignature, Note, Part, SigningRequest, UrlText } from "../../signing/types";
import {
  anatomy,
  cutQuery,
  joinUrl,
  type Parameter,
  prepareUrl,
  withoutBreaks,
} from "../../signing/url-text";
import { later } from "../later";
import { fragmentNote, preparationNotes, unescapedUrlNote } from "../notes";
import type { Scheme } from "../scheme";
import { examples } from "./examples";
import { inCode } from "./in-code";
import { options, otherOptions } from "./options";
import sources from "./sources.json" with { type: "json" };
import { vendorErrors } from "./vendor-errors";

/** LibPixel's "Secure URLs": HMAC-SHA1 of path and query, appended as the query's last parameter. */
export const libpixel: Scheme = {
  id: "libpixel",
  label: "LibPixel",
  hashes: ["SHA-1"],
  secretLabel: "Auth Secret",
  secretVariables: ["LIBPIXEL_SECRET", "LIBPIXEL_AUTH_SECRET", "LIBPIXEL_TOKEN"],
  signatureWord: "signature",
  signatureParameter: "signature",
  sources,
  steps: {
    message: "The path and the query, exactly as they go over the wire.",
    compute: "Your Auth Secret is the key, the string above the message.",
    place: "The signature goes last in the query.",
  },
  fields: [],
  recognises: ({ origin }) => /^https?:\/\/[^/]*\.libpx\.com(?::\d+)?$/i.test(withoutBreaks(origin)),
  buildsFrom: () => false,
  signingString,
  read: (text) => ({ ok: true, value: readRequest(text) }),
  assemble,
  inCode,
  options,
  otherOptions,
  vendorErrors,
  examples,
};

/**
 * LibPixel, "Generating Signatures": the path, which begins with `/`, then `?` and the query only if there is one. The
 * vendor's example leaves the `/` out; its rule and its clients' tests do not, and the rule wins.
 */
function readRequest(typed: UrlText): SigningRequest {
  const { text, escaped, removed } = prepareUrl(typed);
  const end = text === typed ? plainEnd(typed) : -1;
  const found = end < 0 ? findSignature(typed) : foundAt(typed, end);
  const query = end < 0 ? withoutSignature(text.query) : (text.query?.slice(0, end) ?? null);
  const unsigned: UrlText = {
    ...text,
    query: query === "" ? null : query,
    fragment: inFragment(typed, found) ? withoutFragmentSignature(text.fragment) : text.fragment,
  };
  const parts = later(() => signingParts(unsigned));
  const notes = later(() => [...preparationNotes(escaped, removed), ...schemeNotes(typed, unsigned, found)]);
  return {
    typed,
    unsigned,
    signingString: signingString(unsigned),
    get signingParts() {
      return parts();
    },
    found,
    hash: null,
    built: false,
    get notes() {
      return notes();
    },
  };
}

function signingString({ path, query }: UrlText): string {
  return query === null ? path || "/" : `${path || "/"}?${query}`;
}

function signingParts(unsigned: UrlText): readonly Part[] {
  return anatomy({ ...unsigned, origin: "", path: unsigned.path || "/", fragment: null });
}

const LABEL = "&signature=";

/**
 * Where the query ends that is signed, in a URL as this vendor’s clients write it: one signature, behind other parameters,
 * last, and no other text like its name. −1 for others, which are cut parameter by parameter; a file holds a million of these.
 */
function plainEnd({ query }: UrlText): number {
  const end = query?.lastIndexOf(LABEL) ?? -1;
  if (query === null || end < 1 || query.indexOf("signature") !== end + 1) return -1;
  return query.indexOf("&", end + 1) < 0 && query.indexOf("signature", end + LABEL.length) < 0 ? end : -1;
}

function foundAt({ origin, path, query }: UrlText, end: number): FoundSignature {
  const at = end + LABEL.length;
  return { text: query?.slice(at) ?? "", start: origin.length + path.length + 1 + at, misplaced: null };
}

/** The query (or none) with the signature as its last parameter; the fragment stays at the very end. */
function assemble({ unsigned }: SigningRequest, signature: string): readonly Part[] {
  const before = anatomy({ ...unsigned, fragment: null });
  const after = anatomy({ origin: "", path: "", query: null, fragment: unsigned.fragment });
  const label = unsigned.query === null ? "?signature=" : "&signature=";
  return [...before, { kind: "delimiter", text: label }, { kind: "signature", text: signature }, ...after];
}

/** `&amp;signature=` copied from HTML source is meant as one, though LibPixel does not read it; link tracking escapes its `;`. */
const isSignature = ({ name }: Parameter) => /^(?:amp(?:;|%3[Bb]))*signature$/.test(withoutBreaks(name));

/** Cutting a megabyte into its parameters takes longer than to sign it. */
const mayBeSigned = (query: string | null): query is string =>
  query !== null && withoutBreaks(query).includes("signature");

function withoutSignature(query: string | null): string | null {
  if (!mayBeSigned(query)) return query;
  const parameters = cutQuery(query);
  const left = parameters.filter((parameter) => !isSignature(parameter));
  if (left.length === parameters.length) return query;
  return left.length === 0 ? null : left.map((parameter) => parameter.text).join("&");
}

/** The last `signature` parameter is the one to check; one in the fragment never reaches the server. */
function findSignature(typed: UrlText): FoundSignature | null {
  const parameters = mayBeSigned(typed.query) ? cutQuery(typed.query) : [];
  const index = parameters.findLastIndex(isSignature);
  const beforeQuery = typed.origin.length + typed.path.length + 1;
  const parameter = parameters[index];
  if (!parameter)
    return findInFragment(typed, beforeQuery + (typed.query === null ? 0 : typed.query.length + 1));
  const before = parameters.slice(0, index).reduce((length, { text }) => length + text.length + 1, 0);
  const escaped = withoutBreaks(parameter.name) !== "signature";
  const twice = parameters.filter(isSignature).length > 1;
  const last = index === parameters.length - 1;
  return {
    text: parameter.value ?? "",
    start: beforeQuery + before + parameter.name.length + (parameter.value === null ? 0 : 1),
    misplaced: escaped ? "url-html-escaped" : twice ? "signature-twice" : last ? null : "signature-not-last",
  };
}

/**
 * After a `#`, which may be that of an escape in HTML: WordPress writes `&#038;` for `&`, PHP `&#039;` for `'`, Handlebars
 * `&#x3D;` for `=`. A page may well have a section named
 * “signature=intro”: only what is as long as a signature is one.
 */
const FRAGMENT_SIGNATURE =
  /(^|[?&](?:amp;)*|&?#?(?:0{0,6}38|x0{0,6}26);)signature(?:=|&#(?:x3d|61);)([0-9A-Za-z+/_=%\t\n\r-]{20}[^&]*)/i;

function findInFragment(typed: UrlText, start: number): FoundSignature | null {
  const match = FRAGMENT_SIGNATURE.exec(typed.fragment ?? "");
  if (!match) return null;
  const text = match[2] ?? "";
  return {
    text,
    start: start + match.index + match[0].length - text.length,
    misplaced:
      match[1]?.endsWith(";") || isEscapesRest(typed.fragment ?? "")
        ? "url-html-escaped"
        : "signature-after-fragment",
  };
}

/** What an escape of `&` in HTML leaves behind its own `#`. */
const isEscapesRest = (fragment: string) => /^(?:0{0,6}38|x0{0,6}26);/i.test(fragment);

function inFragment({ origin, path, query }: UrlText, found: FoundSignature | null): boolean {
  return found !== null && found.start > origin.length + path.length + (query?.length ?? 0) + 1;
}

function withoutFragmentSignature(fragment: string | null): string | null {
  return fragment?.replace(FRAGMENT_SIGNATURE, "") || null;
}

/** A signature at the end that is no parameter `signature`, mostly for the wrong one of “?” and “&” before it. */
const JOINED = /(?:^|[?&]|%26)(?:amp;)*signature=([0-9a-f]{40})$/i;

function joinedNote(typed: UrlText): Note[] {
  const [end, digits] = JOINED.exec(typed.query ?? typed.path) ?? [];
  if (!end) return [];
  const last = typed.query?.slice(typed.query.lastIndexOf("&") + 1) ?? typed.path;
  // A signed source has a signature of its own.
  if (/:\/\/|%3A%2F%2F/i.test(last)) return [];
  const path = typed.query === null ? typed.path.slice(0, -end.length) : typed.path;
  const rest = typed.query?.slice(0, -end.length) ?? "";
  return [
    {
      kind: "signature-joined",
      risk: true,
      sentence:
        "A signature stands at the end, but no parameter named “signature”: LibPixel sees an unsigned URL. It is joined with “?” where there is no query, else with “&”.",
      rewrite: {
        label: "Join it correctly",
        text: joinUrl({ ...typed, path, query: `${rest}${rest && "&"}signature=${digits}` }),
      },
    },
  ];
}

const UNESCAPED = { name: "src", kind: "unescaped-src", options, signature: "signature" } as const;

function schemeNotes(typed: UrlText, unsigned: UrlText, found: FoundSignature | null): Note[] {
  const notes: Note[] = [];
  if (typed.query === "") {
    notes.push({
      kind: "question-mark-dropped",
      sentence: "The “?” has no query after it, so it is not signed.",
    });
  }
  if ((unsigned.path === "" || unsigned.path === "/") && /(?:^|&)src(?:[=&]|$)/.test(unsigned.query ?? "")) {
    notes.push({
      kind: "empty-path",
      sentence:
        "LibPixel’s page contradicts itself here: its example signs “?src=…”, its rule says that the path must begin with “/”. The rule holds: “/?src=…” is signed.",
    });
  }
  notes.push(...fragmentNote({ typed, unsigned }));
  if (found?.misplaced === "signature-not-last") {
    notes.push({
      kind: "signature-not-last",
      risk: true,
      sentence: "LibPixel expects “signature” as the last parameter.",
    });
  }
  if (!found) notes.push(...joinedNote(typed));
  return [...notes, ...unescapedUrlNote(typed, UNESCAPED)];
}
