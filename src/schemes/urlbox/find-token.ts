import { type ComputationName, computation } from "../../signing/computations";
import type { FoundSignature, UrlText } from "../../signing/types";
import { cutQuery, joinUrl, type Parameter, withoutBreaks } from "../../signing/url-text";
import { isFormat, readPath } from "./render-link";
import { isToken } from "./token-text";

/** The first is the default. */
export const HASHES = ["SHA-1", "SHA-256"] as const;

/** The document's hash is SHA-1, newer clients use SHA-256: a token's length tells which made it. */
export function hashOfLength(token: string): ComputationName | null {
  if (!/^[0-9a-f]+$/i.test(token)) return null;
  return HASHES.find((name) => computation(name).digits === token.length) ?? null;
}

/** Names under which people send the token; `amp;` stands before one that was copied from HTML. */
const QUERY_TOKEN = /^(?:amp;)*(?:token|auth_token|authToken|(signature|sign?|hmac))$/;

/**
 * Parameters that hold a token. They may as well belong to the page's own address, where that was not escaped and has a
 * query: then only what is as long as a token is one, and “signature”, “sig” and “hmac” are none.
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
export function findToken(typed: UrlText): FoundSignature | null {
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
  if (query === null || !/token|sig|hmac/i.test(withoutBreaks(query))) return null;
  const parameters = cutQuery(query);
  const tokens = queryTokens(parameters, format);
  const index = parameters.findLastIndex((parameter) => tokens.has(parameter));
  const parameter = parameters[index];
  if (!parameter) return null;
  const before = parameters.slice(0, index).reduce((length, { text }) => length + text.length + 1, 0);
  const start = from + before + parameter.name.length + 1;
  return { text: parameter.value ?? "", start, misplaced: "token-in-query" };
}

/** A query without the tokens in it. */
export function withoutToken(query: string | null, format: string | null): string {
  const parameters = cutQuery(query ?? "");
  const tokens = queryTokens(parameters, format);
  return parameters
    .filter((parameter) => !tokens.has(parameter))
    .map((parameter) => parameter.text)
    .join("&");
}
