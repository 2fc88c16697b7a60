import type { Part, SigningRequest, UrlText } from "../../signing/types";
import { anatomy, prepareUrl, withoutBreaks } from "../../signing/url-text";
import { later } from "../later";
import type { Scheme } from "../scheme";
import { examples } from "./examples";
import { options, otherOptions } from "./options";
import {
  findSignature,
  foundAt,
  inFragment,
  plainEnd,
  withoutFragmentSignature,
  withoutSignature,
} from "./signature";
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
  hasForm: ({ path, query }) => path.startsWith("/") && /(?:^|&)signature=[0-9a-f]{40}$/i.test(query ?? ""),
  buildsFrom: () => false,
  signingString,
  read: (text) => ({ ok: true, value: readRequest(text) }),
  assemble,
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
  const { text } = prepareUrl(typed);
  const end = text === typed ? plainEnd(typed) : -1;
  const found = end < 0 ? findSignature(typed) : foundAt(typed, end);
  const query = end < 0 ? withoutSignature(text.query) : (text.query?.slice(0, end) ?? null);
  const unsigned: UrlText = {
    ...text,
    query: query === "" ? null : query,
    fragment: inFragment(typed, found) ? withoutFragmentSignature(text.fragment) : text.fragment,
  };
  const parts = later(() => signingParts(unsigned));
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
    notes: [],
  };
}

function signingString({ path, query }: UrlText): string {
  return query === null ? path || "/" : `${path || "/"}?${query}`;
}

function signingParts(unsigned: UrlText): readonly Part[] {
  return anatomy({ ...unsigned, origin: "", path: unsigned.path || "/", fragment: null });
}

/** The query (or none) with the signature as its last parameter; the fragment stays at the very end. */
function assemble({ unsigned }: SigningRequest, signature: string): readonly Part[] {
  const before = anatomy({ ...unsigned, fragment: null });
  const after = anatomy({ origin: "", path: "", query: null, fragment: unsigned.fragment });
  const label = unsigned.query === null ? "?signature=" : "&signature=";
  return [...before, { kind: "delimiter", text: label }, { kind: "signature", text: signature }, ...after];
}
