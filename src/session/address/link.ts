import { unescapeText } from "../../signing/escapes";
import { cutAt } from "../../signing/url-text";
import { FIELDS } from "../fields";

/**
 * A case as it travels in an address's fragment, which browsers never send to a server: format `v=1`, percent-encoded
 * values. A secret is no part of it, in either direction.
 */
export interface LinkedCase {
  readonly example?: string | undefined;
  readonly scheme?: string | undefined;
  readonly url?: string | undefined;
  readonly hash?: string | undefined;
  readonly view?: "bytes" | "text" | undefined;
  /** The id of the code's language. */
  readonly lang?: string | undefined;
  /** Opens the case as a request: one field, for the secret, and an answer to take back. */
  readonly ask?: "1" | undefined;
  /** What stands in a field of a scheme, by its name in links. */
  readonly [field: string]: string | undefined;
}

/** What a fragment held. */
export interface ReadLink {
  readonly linked: LinkedCase;
  /** Names of the secret-bearing fields that were in it; their values were not read. */
  readonly secrets: readonly string[];
  /** The fragment without those fields. */
  readonly clean: string;
}

/** Never read from an address, whoever wrote it: `?secret`, `%73ecret`, `apiSecret`, `secret[]`. An `apikey` is public. */
const SECRET_NAME =
  /(?:secret|token|password|passwd|(?:^|[_-]|secret|signing|private|auth|hmac)key)(?:\[\w*\])?$/i;
const OWN_FIELDS = FIELDS.map(({ inLink }) => inLink);
const NAMES = ["scheme", "url", "hash", ...OWN_FIELDS, "view", "lang", "example", "ask"];
const LINK_NAMES: ReadonlySet<string> = new Set(["v", ...NAMES]);

/** Reads a fragment, without its `#`. Total: what it does not know or cannot decode, it passes over. */
export function readLink(fragment: string): ReadLink {
  const secrets: string[] = [];
  const keep = (piece: string) => {
    const name = nameOf(piece);
    const isSecret = SECRET_NAME.test(name);
    if (isSecret) secrets.push(name);
    return !isSecret;
  };
  const pieces = fragment.split("&").flatMap((piece) => {
    const kept = piece.split(";").filter(keep);
    return kept.length === 0 ? [] : [kept.join(";")];
  });
  const fields = new Map<string, string>();
  const unescaped = unescapedUrl(pieces);
  for (const piece of pieces) {
    const [name, value] = cutAt(piece, "=");
    if (value !== null && !unescaped.includes(piece)) fields.set(name, unescapeText(value));
  }
  if (unescaped.length > 0) fields.set("url", unescaped.join("&").slice("url=".length));
  return { linked: pick(fields), secrets, clean: pieces.join("&") };
}

/**
 * The pieces of a URL that whoever wrote the link has not escaped, so that its parameters stand among the link's: a `?` in it tells, and
 * behind it a name that no link has. Empty where it is escaped.
 */
function unescapedUrl(pieces: readonly string[]): readonly string[] {
  const start = pieces.findLastIndex((piece) => /^url=[^?]*\?/.test(piece));
  const end = pieces.findLastIndex((piece) => !LINK_NAMES.has(cutAt(piece, "=")[0]));
  return start >= 0 && end > start ? pieces.slice(start, end + 1) : [];
}

function nameOf(piece: string): string {
  const name = unescapeText(cutAt(piece, "=")[0]);
  return name.slice(name.search(/[^?/!]*$/)).trim();
}

/** True when a link brings a case. Others hold only a secret to warn of, or a fragment that is not ours. */
export function bringsCase({ example, scheme, url }: LinkedCase): boolean {
  return example !== undefined || scheme !== undefined || url !== undefined;
}

/** The fragment of a case, without its `#`. */
export function writeLink(linked: LinkedCase): string {
  const fields = NAMES.flatMap((name) => {
    const value = linked[name];
    return value === undefined ? [] : `${name}=${encodeURIComponent(value.toWellFormed())}`;
  });
  return ["v=1", ...fields].join("&");
}

function pick(fields: ReadonlyMap<string, string>): LinkedCase {
  const view = fields.get("view");
  const text = (name: string) => {
    const value = fields.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...Object.assign({}, ...["example", "scheme", "url", "hash", ...OWN_FIELDS, "lang"].map(text)),
    ...(fields.get("ask") === "1" ? { ask: "1" as const } : {}),
    ...(view === "bytes" || view === "text" ? { view } : {}),
  };
}
