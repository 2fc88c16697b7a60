import type { DiagnosisInput } from "../diagnosis/diagnosis";
import { type ComputeText, computeWith } from "../diagnosis/kernel/keyed";
import { findScheme, schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import { type ComputationName, HASH_NAMES } from "../signing/computations";
import { isSigned } from "../signing/find/signed";
import { toHex } from "../signing/hmac";
import type { Problem, SigningRequest, UrlText } from "../signing/types";
import { cutQuery, cutUrl, withoutBreaks } from "../signing/url-text";
import type { Sighting } from "./lines/line-reader";

/** What all the URLs of a file are judged by: a case without its URL. */
export type ManyInput = Omit<DiagnosisInput, "pasted">;

/** A URL of a vendor, and whether its signature is right. */
export interface Judged {
  readonly scheme: Scheme;
  readonly text: UrlText;
  /** `open` where only the secret could tell, and there is none. */
  readonly verdict: "valid" | "unsigned" | "mismatch" | "problem" | "open";
  /** `null` where it cannot be signed. */
  readonly request: SigningRequest | null;
  readonly problem: Problem | null;
}

/** Reads and checks URLs by their vendor's rule. One computation each, with the key's states kept. */
export class Judge {
  readonly #input: ManyInput;
  readonly chosen: Scheme;
  readonly #keyed: ReadonlyMap<ComputationName, ComputeText>;
  /** Hosts of signed URLs, and by whose rule they are signed: what they have without a signature was forgotten. */
  readonly #signedHosts = new Map<string, Scheme>();

  constructor(input: ManyInput) {
    this.#input = input;
    this.chosen = findScheme(input.schemeId) ?? schemes[0];
    this.#keyed = new Map(HASH_NAMES.map((hash) => [hash, computeWith(hash, input.secret)]));
  }

  /** `null` for what is no URL of a vendor: a page's own path in a log, an address in a text. */
  judge({ url, isListed }: Sighting): Judged | null {
    const text = cutUrl(url);
    const scheme = this.#schemeOf(url, text, isListed);
    if (!scheme) return null;
    const request = scheme.read(text, this.#input.settings);
    if (!request.ok) return { scheme, text, verdict: "problem", request: null, problem: request.problem };
    return {
      scheme,
      text,
      verdict: this.#check(scheme, request.value),
      request: request.value,
      problem: null,
    };
  }

  /** The right signature, lower-case hex. */
  sign(scheme: Scheme, request: SigningRequest): string {
    return toHex(this.#compute(scheme, request));
  }

  #check(scheme: Scheme, request: SigningRequest): Judged["verdict"] {
    const { found } = request;
    if (!found) return "unsigned";
    if (this.#input.secret === "") return "open";
    if (found.misplaced !== null) return "mismatch";
    const bytes = this.#compute(scheme, request);
    return isHexOf(found.text, bytes) || isHexOf(withoutBreaks(found.text), bytes) ? "valid" : "mismatch";
  }

  #compute(scheme: Scheme, request: SigningRequest): Uint8Array {
    const chosen = scheme.hashes.includes(this.#input.hash) ? this.#input.hash : scheme.hashes[0];
    const compute = this.#keyed.get(request.hash ?? chosen);
    if (!compute) throw new Error("No key was made for this hash.");
    return compute(request.signingString);
  }

  /** By the host, else by what only one vendor's URLs look like, else the chosen one where it may well be a request to it. */
  #schemeOf(url: string, text: UrlText, isListed: boolean): Scheme | null {
    if (text.origin !== "") {
      const own = schemes.find((scheme) => scheme.recognises(text));
      if (own) return own;
    }
    const built = schemes.find((scheme) => scheme.signatureParameter === null && !scheme.buildsFrom(text));
    if (built) return built;
    const { origin } = text;
    if (isSigned(url)) {
      const scheme =
        schemes.find(({ signatureParameter }) => hasParameter(text, signatureParameter)) ?? this.chosen;
      if (origin !== "") this.#signedHosts.set(origin, scheme);
      return scheme;
    }
    if (isListed) return this.chosen;
    const mayBe = origin === "" ? this.chosen : this.#signedHosts.get(origin);
    return mayBe && hasOption(mayBe, text) ? mayBe : null;
  }
}

/** Made once for each name. */
const PARAMETERS = new Map(
  schemes.flatMap(({ signatureParameter: name }) =>
    name === null ? [] : [[name, new RegExp(`(?:^|[&;])${name}=`)] as const],
  ),
);

function hasParameter({ query, fragment }: UrlText, name: string | null): boolean {
  const pattern = name === null ? undefined : PARAMETERS.get(name);
  return pattern !== undefined && (pattern.test(query ?? "") || pattern.test(fragment ?? ""));
}

/** Whether a URL without a signature asks for something that the vendor offers. */
function hasOption({ options, buildsFrom }: Scheme, text: UrlText): boolean {
  if (text.query === null || buildsFrom(text)) return false;
  return cutQuery(text.query).some(({ name }) => options.some((option) => option.name === name));
}

const DIGITS = "0123456789abcdef";

function isHexOf(text: string, bytes: Uint8Array): boolean {
  if (text.length !== bytes.length * 2) return false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (text.charAt(2 * at) !== DIGITS[byte >> 4] || text.charAt(2 * at + 1) !== DIGITS[byte & 15])
      return false;
  }
  return true;
}
