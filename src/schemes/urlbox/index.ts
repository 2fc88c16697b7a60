import type { ComputationName } from "../../signing/computations";
import { computation } from "../../signing/computations";
import type {
  FoundSignature,
  Note,
  Part,
  Problem,
  Result,
  Settings,
  SigningRequest,
  UrlText,
} from "../../signing/types";
import {
  anatomy,
  breaksIn,
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
import { fields } from "./fields";
import { inCode } from "./in-code";
import { options, otherOptions } from "./options";
import {
  buildLink,
  FORMATS,
  isApiHost,
  isFormat,
  isRenderLink,
  isToken,
  readPath,
  renderPath,
} from "./render-link";
import sources from "./sources.json" with { type: "json" };
import { vendorErrors } from "./vendor-errors";

/** Urlbox's "Authenticated Requests": HMAC of the query alone, put into the path between API key and format. */
export const urlbox: Scheme = {
  id: "urlbox",
  label: "Urlbox",
  hashes: ["SHA-1", "SHA-256"],
  hashChoice:
    "SHA-256 is what Urlbox’s current page and newest client use; SHA-1 is in its older page and most clients.",
  secretLabel: "API secret",
  secretVariables: ["URLBOX_API_SECRET", "URLBOX_SECRET", "URLBOX_API_KEY"],
  signatureWord: "token",
  signatureParameter: null,
  sources,
  steps: {
    message: "The query alone, without its “?”. Host, API key and format are not signed.",
    compute: "Your API secret is the key, the string above the message.",
    place: "The token goes into the path, between API key and format.",
  },
  fields,
  recognises: isApiHost,
  buildsFrom: (text) => !isRenderLink(text),
  signingString: ({ query }) => query ?? "",
  read,
  assemble,
  inCode,
  options,
  otherOptions,
  vendorErrors,
  examples,
};

function read(text: UrlText, settings: Settings): Result<SigningRequest> {
  if (isRenderLink(text)) return readLink(text);
  const { apiKey = "", format = FORMATS[0] } = settings;
  if (apiKey.trim() === "")
    return failed({
      kind: "no-api-key",
      sentence: "This is a page to capture. Enter your API key, and its render link is built and signed.",
      needs: "the API key",
    });
  const built = readLink(buildLink(joinUrl(text), apiKey.trim(), format));
  if (!built.ok) return built;
  const note: Note = {
    kind: "render-link-built",
    sentence:
      "This is no render link, so it was taken as the page to capture, and the link was built from it.",
  };
  return {
    ok: true,
    value: {
      ...built.value,
      typed: text,
      built: true,
      notes: [note, ...preparationNotes([], breaksIn(joinUrl(text))), ...built.value.notes],
    },
  };
}

function readLink(typed: UrlText): Result<SigningRequest> {
  const { text, escaped, removed } = prepareUrl(typed);
  if (/^\/+v1(?:\/|$)/i.test(text.path) && !text.path.startsWith("/v1/")) return misspelled(text);
  const path = readPath(text.path);
  if (path.format === null) {
    return failed({
      kind: "no-format",
      sentence: "The render link has no format. Write it after the API key: /v1/API_KEY/png?url=…",
    });
  }
  const found = findToken(typed);
  const inFragment = found !== null && found.start > joinUrl({ ...typed, fragment: null }).length;
  const inQuery = found?.misplaced === "token-in-query" && !inFragment;
  const query = inQuery ? withoutToken(text.query, path.format) : text.query;
  const problem = checkQuery(query, text.fragment);
  if (problem) return { ok: false, problem };
  const unsigned: UrlText = {
    ...text,
    path: path.token === null ? text.path : renderPath({ ...path, token: null }),
    query,
    fragment: inFragment ? withoutToken(text.fragment, path.format) || null : text.fragment,
  };
  const { format } = path;
  const notes = later(() => [
    ...preparationNotes(escaped, removed),
    ...schemeNotes(typed, unsigned, format, found),
  ]);
  return {
    ok: true,
    value: {
      typed,
      unsigned,
      signingString: query ?? "",
      signingParts: [{ kind: "query", text: query ?? "" }],
      found,
      hash: found && hashOfLength(withoutBreaks(found.text)),
      built: false,
      get notes() {
        return notes();
      },
    },
  };
}

/** On the vendor's host, `//v1/` and `/V1/` are no pages: they are meant as what they resemble. */
function misspelled(text: UrlText): Result<never> {
  const path = text.path.replace(/^\/+v1/i, "/v1");
  return {
    ok: false,
    problem: {
      kind: "no-format",
      sentence: "The path of a render link must be /v1/API_KEY/FORMAT, with one “/” before a small “v1”.",
      ...(path.startsWith("/v1/") && {
        rewrite: { label: "Write /v1/", text: joinUrl({ ...text, path }) },
      }),
    },
  };
}

/** The token goes between API key and format, where a segment may be empty for it; everything else stays as it was. */
function assemble({ unsigned }: SigningRequest, signature: string): readonly Part[] {
  const at = unsigned.path.indexOf("/", "/v1/".length);
  const format = unsigned.path.slice(at + (unsigned.path.startsWith("//", at) ? 1 : 0));
  const path: Part[] = [
    { kind: "path", text: `${unsigned.path.slice(0, at)}/` },
    { kind: "signature", text: signature },
    { kind: "path", text: format },
  ];
  const [origin, ...rest] = anatomy({ ...unsigned, path: "" });
  return origin ? [origin, ...path, ...rest] : path;
}

/** The document's hash is SHA-1, newer clients use SHA-256: a token's length tells which made it. */
function hashOfLength(token: string): ComputationName | null {
  if (!/^[0-9a-f]+$/i.test(token)) return null;
  return urlbox.hashes.find((name) => computation(name).digits === token.length) ?? null;
}

/** Names under which people send the token; `amp;` stands before one that was copied from HTML. */
const QUERY_TOKEN = /^(?:amp;)*(?:token|auth_token|authToken|(signature|hmac))$/;

/**
 * Parameters that hold a token. They may as well belong to the page's own address, where that was not escaped and has a
 * query: then only what is as long as a token is one, and “signature” and “hmac” are none.
 */
function queryTokens(parameters: readonly Parameter[], format: string | null): ReadonlySet<Parameter> {
  const likely = format !== null && isFormat(format);
  const isOpen = parameters.some(({ value }) => value?.includes("?"));
  const isQueryToken = ({ name, value }: Parameter) => {
    const match = QUERY_TOKEN.exec(withoutBreaks(name));
    if (match === null) return false;
    return isOpen ? !match[1] && hashOfLength(value ?? "") !== null : isToken(value ?? "", likely);
  };
  return new Set(parameters.filter(isQueryToken));
}

/** A token in the path where it belongs or beside its place, or as a parameter, where Urlbox does not look. */
function findToken(typed: UrlText): FoundSignature | null {
  const { apiKey, token, misplaced, format } = readPath(typed.path);
  if (token !== null) {
    const at = misplaced ? `${typed.path}/`.lastIndexOf(`/${token}/`) + 1 : "/v1/".length + apiKey.length + 1;
    const found = { text: token, start: typed.origin.length + at, misplaced };
    return misplaced === "signature-twice" ? { ...found, others: typed.path.split("/").slice(0, 12) } : found;
  }
  const beforeQuery = typed.origin.length + typed.path.length + 1;
  return (
    findParameter(typed.query, beforeQuery, format) ??
    findParameter(typed.fragment, joinUrl({ ...typed, fragment: null }).length + 1, format)
  );
}

/** The last parameter of a query, or of a fragment written like one, that holds a token. */
function findParameter(query: string | null, from: number, format: string | null): FoundSignature | null {
  if (query === null || !/token|signature|hmac/i.test(withoutBreaks(query))) return null;
  const parameters = cutQuery(query);
  const tokens = queryTokens(parameters, format);
  const index = parameters.findLastIndex((parameter) => tokens.has(parameter));
  const parameter = parameters[index];
  if (!parameter) return null;
  const before = parameters.slice(0, index).reduce((length, { text }) => length + text.length + 1, 0);
  const start = from + before + parameter.name.length + 1;
  return { text: parameter.value ?? "", start, misplaced: "token-in-query" };
}

function withoutToken(query: string | null, format: string | null): string {
  const parameters = cutQuery(query ?? "");
  const tokens = queryTokens(parameters, format);
  return parameters
    .filter((parameter) => !tokens.has(parameter))
    .map((parameter) => parameter.text)
    .join("&");
}

/** Behind an `&` that HTML or JSON escaped; WordPress's `&#038;` leaves it behind the “#”. */
const ESCAPED_TARGET = /(?:amp;|#0{0,6}38;|\\u0026)(?:url|html)=/;

function checkQuery(query: string | null, fragment: string | null): Problem | null {
  if (query === null || query === "") {
    return {
      kind: "no-query",
      sentence:
        "The render link has no query, and the query is what Urlbox signs. Add the page to capture: ?url=…",
    };
  }
  if (/(?:^|&)(?:url|html)(?:[=&]|$)/.test(query)) return null;
  const whole = fragment !== null && /^0{0,6}38;/.test(fragment) ? `${query}#${fragment}` : query;
  if (ESCAPED_TARGET.test(whole)) return null;
  return {
    kind: "no-target",
    sentence:
      "The query names neither “url” nor “html”, so there is nothing to render. Add the page to capture: url=…",
  };
}

function failed(problem: Problem): Result<never> {
  return { ok: false, problem };
}

const UNESCAPED = { name: "url", kind: "unescaped-url", options, signature: null } as const;

function schemeNotes(
  typed: UrlText,
  unsigned: UrlText,
  format: string,
  found: FoundSignature | null,
): Note[] {
  const notes: Note[] = [];
  if (!FORMATS.includes(format.toLowerCase())) {
    notes.push({
      kind: "unknown-format",
      risk: true,
      sentence: `“${format.slice(0, 40)}” is no format that Urlbox is known to render. Its documents name ${FORMATS.slice(0, 8).join(", ")}.`,
    });
  }
  if (found?.misplaced && found.misplaced !== "signature-twice") {
    notes.push({
      kind: "token-misplaced",
      risk: true,
      sentence: "Urlbox reads the token only between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
    });
  }
  notes.push(...fragmentNote({ typed, unsigned }));
  return [...notes, ...unescapedUrlNote(typed, UNESCAPED)];
}
