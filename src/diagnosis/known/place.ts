import { fromHtml } from "../../mistakes/text/respell";
import type { Scheme } from "../../schemes/scheme";
import { cutQuery, type Parameter, withoutBreaks } from "../../signing/url-text";
import { undo } from "./damage";
import type { Fact, Family, SignedCase } from "./fact";
import { howUnshown } from "./unshown";

/**
 * Where the signature stands and what it is called. LibPixel, "Secure URLs": a parameter `signature` at the end of the query;
 * Urlbox: between API key and format.
 */
export const placeFacts: Family = (signed) => {
  const { misplaced } = signed.found;
  const tell = misplaced === null ? undefined : PLACES[misplaced];
  return tell ? [{ kind: misplaced ?? "", grade: "certain", ...tell(signed) }] : [];
};

type Told = Omit<Fact, "kind" | "grade"> & Partial<Pick<Fact, "grade">>;

const PLACES: Readonly<Record<string, (signed: SignedCase) => Told>> = {
  "signature-not-last": (signed) => {
    const about = `${signed.scheme.label}’s rule has the signature at the end of the query.`;
    const names = namesBehind(signed);
    // A server may well read no parameter there.
    if (names.every((name) => name === "" || name === "amp;"))
      return { sentence: "An “&” stands behind the signature, and no parameter.", about };
    return {
      sentence: `${told(names)} behind the signature.`,
      about,
      where: whereBehind(signed),
      impossible: true,
    };
  },
  // Whether a server takes the first, the last or none of them, no document says.
  "signature-twice": ({ scheme }) => ({ sentence: `The URL carries more than one ${scheme.signatureWord}.` }),
  "signature-after-fragment": () => ({
    sentence: "The signature stands behind “#”, and what stands there is never sent.",
    impossible: true,
  }),
  "url-html-escaped": (signed) => ({
    sentence: "HTML’s spelling of “&” stands before “signature”.",
    ...(hasPlain(signed)
      ? { about: "Another signature stands before it as it is sent." }
      : {
          about: `Sent as it stands here, the URL has no parameter of that name, and ${signed.scheme.label} sees no signature. A browser that reads it in HTML undoes it.`,
          // Copied from the source of a page it is right there.
          ...(signed.isAsSent && { impossible: true }),
        }),
    ...undo(signed, fromHtml(signed.request.typed)),
  }),
  "token-misplaced": (signed) => {
    const sentence = `No token stands between API key and format, where ${signed.scheme.label} reads it.`;
    const segment = segmentOfToken(signed);
    if (!mayHoldToken(signed.scheme, segment))
      return { sentence, about: "What looks like one stands elsewhere.", impossible: true };
    return {
      grade: "likely",
      sentence: `What looks like a token stands outside its place, in which stands “${segment.slice(0, 60)}”.`,
    };
  },
  "token-in-query": ({ scheme, request: { typed } }) => ({
    sentence: `No token stands between API key and format, where ${scheme.label} reads it.`,
    about: `What looks like one is a parameter, and ${scheme.label} sees a link without a token.`,
    // Behind a “?” that was not escaped it may be the page’s own.
    ...(!/\?/.test(typed.query ?? "") && { impossible: true }),
  }),
};

/** What stands between API key and format, where anything does. */
function segmentOfToken({ request: { typed } }: SignedCase): string {
  const segments = withoutBreaks(typed.path).split("/");
  return segments.length > 4 ? (segments[3] ?? "") : "";
}

/** Whether it may be a token after all: digits in another spelling, some of them, or what hides them. An API key and a format are known by their looks. */
function mayHoldToken({ fields }: Scheme, segment: string): boolean {
  const word = withoutBreaks(segment).toLowerCase();
  const isChoice = fields.some(({ choices }) => choices?.includes(word));
  if (segment === "" || isChoice) return false;
  return !API_KEY.test(segment) || LIKE_TOKEN.test(segment) || howUnshown(segment) !== null;
}

/** Names that a dashboard gives: a UUID, or letters and digits in one piece. */
const API_KEY = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\D*\d)(?=.*[g-z])[\w-]{12,20})$/i;
const LIKE_TOKEN = /tok|sig|hash|hmac|digest|sha|secret|fake|example|test|here|(.)\1{3}/i;

const hasPlain = ({ scheme, request: { typed } }: SignedCase) =>
  cutQuery(typed.query ?? "").some(({ name }) => name === scheme.signatureParameter);

/** The query cut behind its last signature. */
function cutBehind({ scheme, request: { typed } }: SignedCase): readonly [Parameter[], Parameter[]] {
  const parameters = cutQuery(typed.query ?? "");
  const end = 1 + parameters.findLastIndex(({ name }) => name === scheme.signatureParameter);
  return [parameters.slice(0, end), parameters.slice(end)];
}

const namesBehind = (signed: SignedCase) => cutBehind(signed)[1].map(({ name }) => name);

/** The place of what stands behind the last signature, with the “&” between. */
function whereBehind(signed: SignedCase): Required<Fact>["where"] {
  const { origin, path, query } = signed.request.typed;
  const [before, behind] = cutBehind(signed);
  const atQuery = origin.length + path.length + 1;
  const start = atQuery + before.map(({ text }) => text).join("&").length;
  return {
    marks: [{ start, end: atQuery + (query?.length ?? 0), mistake: 1 }],
    options: behind.map((_, index) => ({ index: before.length + index, words: "behind the signature" })),
  };
}

/** Names with their verb. */
function told(names: readonly string[]): string {
  const first = names.slice(0, 4).map((name) => `“${name.slice(0, 40)}”`);
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  return `${first.join(", ")}${more} ${names.length === 1 ? "stands" : "stand"}`;
}
