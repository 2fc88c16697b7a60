import type { Part, Problem, Result, Settings, SigningRequest, UrlText } from "../../signing/types";
import { anatomy, joinUrl, prepareUrl, withoutBreaks } from "../../signing/url-text";
import type { Scheme } from "../scheme";
import { checkQuery } from "./check-query";
import { examples } from "./examples";
import { fields } from "./fields";
import { findToken, HASHES, hashOfLength, withoutToken } from "./find-token";
import { options, otherOptions } from "./options";
import {
  behindFolder,
  buildLink,
  FORMATS,
  isApiHost,
  isRenderLink,
  isSignedPath,
  lacksVersion,
  readPath,
  renderPath,
  takenAsPage,
} from "./render-link";
import sources from "./sources.json" with { type: "json" };
import { hashAskedFor, vendorErrors } from "./vendor-errors";

/** Urlbox's "Authenticated Requests": HMAC of the query alone, put into the path between API key and format. */
export const urlbox: Scheme = {
  id: "urlbox",
  label: "Urlbox",
  hashes: HASHES,
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
  hasForm: isSignedPath,
  buildsFrom: (text) => !isRenderLink(behindFolder(text)),
  signingString: ({ query }) => query ?? "",
  read,
  assemble,
  options,
  otherOptions,
  vendorErrors,
  hashAskedFor,
  examples,
};

function read(text: UrlText, settings: Settings): Result<SigningRequest> {
  const link = behindFolder(text);
  if (isRenderLink(link)) return readLink(link);
  const { apiKey = "", format = FORMATS[0] } = settings;
  if (apiKey.trim() === "")
    return failed({
      kind: "no-api-key",
      sentence: takenAsPage(
        text,
        ". Enter your API key, which the dashboard calls publishable key, and its render link is built and signed.",
      ),
      needs: "the API key",
    });
  const built = readLink(buildLink(joinUrl(text), apiKey.trim(), format));
  if (!built.ok) return built;
  return { ok: true, value: { ...built.value, typed: text, built: true } };
}

function readLink(typed: UrlText): Result<SigningRequest> {
  const { text } = prepareUrl(typed);
  const isMisspelled = /^\/+v1(?:\/|$)/i.test(text.path) && !text.path.startsWith("/v1/");
  if (isMisspelled || lacksVersion(text.path)) return misspelled(text);
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
      notes: [],
    },
  };
}

/** On the vendor's host, `//v1/`, `/V1/` and a link without it are no pages: they are meant as what they resemble. */
function misspelled(text: UrlText): Result<never> {
  const path = text.path.replace(/^\/+v1|^/i, "/v1");
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
  const { origin } = unsigned;
  return [
    ...anatomy({ origin, path: "", query: null, fragment: null }),
    { kind: "path", text: `${unsigned.path.slice(0, at)}/` },
    { kind: "signature", text: signature },
    { kind: "path", text: format },
    ...anatomy({ ...unsigned, origin: "", path: "" }),
  ];
}

function failed(problem: Problem): Result<never> {
  return { ok: false, problem };
}
