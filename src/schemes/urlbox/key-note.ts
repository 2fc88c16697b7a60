import { percentDecode } from "../../mistakes/text/escapes";
import type { Note, SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { isFormat, readPath } from "./render-link";
import { TOKEN_AT_START } from "./token-text";

/**
 * What stands where the API key belongs and is none, or a whole token in its place or that of the format, with none between them.
 * `signature`: the right one, or empty.
 */
export function keyNote(request: SigningRequest, signature: string): Note[] {
  const { unsigned, found, built } = request;
  if (built) return [];
  const { apiKey, format } = readPath(unsigned.path);
  const missing = missingKey(apiKey);
  if (missing) return [{ kind: "no-api-key", risk: true, sentence: `${missing} ${WHERE}` }];
  if (found) return [];
  const digits = TOKEN_AT_START.exec(format ?? "")?.[0];
  if (digits) return [formatNote(request, digits, digits.toLowerCase() === signature)];
  const [, key = "", sign = "", token = ""] = BEHIND_KEY.exec(apiKey) ?? [];
  if (token) return [gluedNote(request, key, sign, token, token.toLowerCase() === signature)];
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(apiKey)) return [];
  const isToken = apiKey.toLowerCase() === signature;
  return [
    {
      kind: "key-like-token",
      risk: true,
      sentence: isToken
        ? "The API key is missing: what stands in its place is this query’s token, made with this secret. Write the key before it: /v1/API_KEY/TOKEN/FORMAT."
        : `What stands where the API key belongs has the ${apiKey.length} digits of a token. If the key was left out, write it before them: /v1/API_KEY/TOKEN/FORMAT.`,
    },
  ];
}

const WHERE = "Write it right behind /v1/. The query alone is signed, so the token stays the same.";

/** What documents and templates show for the key, and what a variable becomes that is not set. */
const PLACEHOLDER =
  /^(?:null|nil|none|\[[\w -]+\]|<[\w -]+>|(?:your|insert|enter)[-_ ]?(?:urlbox[-_ ]?)?(?:(?:api|publishable|public)[-_ ]?)?key(?:[-_ ]?here)?)$|^(?:URLBOX_)?(?:API|PUBLISHABLE)_KEY$/i;

function missingKey(apiKey: string): string | null {
  if (apiKey === "") return "No API key stands in the link.";
  const key = percentDecode(apiKey);
  return PLACEHOLDER.test(key) ? `“${key}” stands for an API key, and is none.` : null;
}

/** A token in the segment of the API key, behind the key and a sign that joins them. */
const BEHIND_KEY = /^([\w-]{4,})([-_:;,.|~=]|%3a|%3b|%2c|%7c|%3d)([0-9a-f]{64}|[0-9a-f]{40})$/i;

function gluedNote(
  { typed, unsigned }: SigningRequest,
  key: string,
  sign: string,
  token: string,
  isRight: boolean,
): Note {
  const what = isRight
    ? "This query’s token, made with this secret, is"
    : `${token.length} digits, as many as a token has, are`;
  const sentence = `${what} joined to the API key with “${sign}”, so the link counts as unsigned. One “/” stands between the parts: /v1/API_KEY/TOKEN/FORMAT.`;
  const { format } = readPath(unsigned.path);
  const note: Note = { kind: "key-like-token", risk: true, sentence };
  if (!format || !isFormat(format)) return note;
  const text = joinUrl({ ...typed, path: `/v1/${key}/${token}/${format}` });
  return { ...note, rewrite: { label: "Put it in its place", text } };
}

/** An empty segment before a token moves it to the place of the format, and so does a “.” before that. */
function formatNote({ typed, unsigned }: SigningRequest, digits: string, isRight: boolean): Note {
  const { apiKey, format } = readPath(unsigned.path);
  const behind = format?.slice(digits.length).replace(/^[/.]/, "") ?? "";
  const what = isRight
    ? "This query’s token, made with this secret, stands"
    : `The ${digits.length} digits of a token stand`;
  const sentence = `${what} where the format belongs, so the link counts as unsigned. One “/” stands between the parts: /v1/API_KEY/TOKEN/FORMAT.`;
  const note: Note = { kind: "token-like-format", risk: true, sentence };
  if (!isFormat(behind)) return note;
  const text = joinUrl({ ...typed, path: `/v1/${apiKey}/${digits}/${behind}` });
  return { ...note, rewrite: { label: "Put it in its place", text } };
}
