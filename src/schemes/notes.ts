import { escapeText } from "../signing/escapes";
import type { Note, SigningRequest, UrlText } from "../signing/types";
import { cutQuery, joinUrl, type Parameter } from "../signing/url-text";

/** Encoders may leave “:” or “/” raw; what they wrote is escaped all the same. */
const BEGINS_ESCAPED = /^[a-z][a-z\d+.-]*(?:%3a|:(?:%2f|\/%2f))/i;

/** What a note on a parameter needs to know of its vendor. */
interface Names {
  /** The parameter that holds an address. */
  readonly name: string;
  readonly kind: "unescaped-src" | "unescaped-url";
  /** The vendor's options, by name. */
  readonly options: readonly string[];
  /** The parameter that carries the signature, which belongs to no address. */
  readonly signature: string | null;
}

/** An address inside the query that was not percent-encoded, and a rewrite that encodes it with all that belongs to it. */
export function unescapedUrlNote(typed: UrlText, { name, kind, options, signature }: Names): Note[] {
  if (!typed.query?.includes(`${name}=`)) return [];
  const parameters = cutQuery(typed.query);
  const at = parameters.findIndex(
    ({ name: own, value }) =>
      own === name && value !== null && (BEGINS_ESCAPED.test(value) ? /\?/ : /[:/?]/).test(value),
  );
  const value = parameters[at]?.value;
  const isLast = at === parameters.length - 1;
  // The URL's own signature, joined with another “?”, or that of the address: nothing tells which.
  if (isLast && signature && value?.includes(`?${signature}=`)) return [];
  if (!value) return [];
  const isOption = (parameter: string) => parameter === signature || options.includes(parameter);
  const [address, left] = wholeAddress(value, parameters.slice(at + 1), typed.fragment, isOption);
  const escaped = BEGINS_ESCAPED.test(value)
    ? address.replace(/(%[\da-f]{2})|[^%]+|%/gi, (run, kept) => kept ?? escapeText(run))
    : escapeText(address);
  const before = parameters.slice(0, at).map(({ text }) => text);
  const query = [...before, `${name}=${escaped}`, ...left].join("&");
  return [
    {
      kind,
      risk: true,
      sentence: `The address in “${name}” is not percent-encoded.`,
      rewrite: { label: `Escape ${name}`, text: joinUrl({ ...typed, query, fragment: null }) },
    },
  ];
}

/**
 * An unescaped address with what an “&” or a “#” of its own cut off, and the parameters that are left: each name that is no
 * option belongs to the address, once that has a query.
 */
function wholeAddress(
  value: string,
  parameters: readonly Parameter[],
  fragment: string | null,
  isOption: (name: string) => boolean,
): readonly [address: string, left: readonly string[]] {
  const hasQuery = value.includes("?");
  const isOwn = ({ name }: Parameter) => hasQuery && !isOption(name);
  const [place, ...behind] = fragment === null ? [] : cutQuery(fragment);
  const own = parameters.filter(isOwn).map(({ text }) => `&${text}`);
  const left = parameters.filter((parameter) => !isOwn(parameter));
  const ownBehind = behind.filter(({ name }) => !isOption(name)).map(({ text }) => `&${text}`);
  const leftBehind = behind.filter(({ name }) => isOption(name));
  const end = place === undefined ? "" : `#${place.text}${ownBehind.join("")}`;
  return [value + own.join("") + end, [...left, ...leftBehind].map(({ text }) => text)];
}

/** Whether the “#” is that of a numeric escape of HTML, such as `&#38;`, and none of the URL’s own. */
export function isCutByHtml({ path, query, fragment }: UrlText): boolean {
  return /&(?:amp;)*$/.test(query ?? path) && /^(?:\d+|x[\da-f]+);/i.test(fragment ?? "");
}

type Read = Pick<SigningRequest, "typed" | "unsigned" | "found">;

/** Of a “#” that names a place on the page. */
export const PLACE_ON_PAGE: Note = {
  kind: "fragment",
  sentence: "What follows “#” never reaches the server. It is not signed and stays at the end.",
};

/** Parameters behind it, or a value that it leaves empty: then the “#” stands for itself. */
const MEANT = /^[^&]*&[^&=]+=/;

/**
 * What a “#” cuts off. Where parameters follow, it belongs to a value, and `%23` says so without a loss. A signature takes no “#”:
 * behind one, it belongs to the value before that, and only where it leaves that empty.
 */
export function fragmentNote({ typed, unsigned, found }: Read): Note[] {
  const { fragment } = typed;
  if (fragment === null || isCutByHtml(typed)) return [];
  const isBehind = found && typed.query?.endsWith(found.text);
  const { query } = isBehind ? unsigned : typed;
  const isMeant = query !== null && ((!isBehind && MEANT.test(fragment)) || query.endsWith("="));
  if (!isMeant) return unsigned.fragment === null ? [] : [PLACE_ON_PAGE];
  return [
    {
      kind: "fragment",
      sentence:
        "“#” ends what a server gets: what follows it is not signed and never arrives. Where it belongs to a value, it is written “%23”.",
      rewrite: {
        label: "Write # as %23",
        text: joinUrl({ ...typed, query: `${query}%23${fragment}`, fragment: null }),
      },
    },
  ];
}

/** The URL with “%23” for a “#” that cuts off a part of it; `undefined` where it only names a place on the page. */
export function uncutText(request: SigningRequest): string | undefined {
  return request.built ? undefined : fragmentNote(request)[0]?.rewrite?.text;
}
