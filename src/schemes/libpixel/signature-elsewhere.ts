import type { Note, SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";

/** A signature at the end whose name no “?” or “&” begins: the wrong one of them, another sign, or none. */
const JOINED = /(?:[?&;,|]|%26|%3b|%2c)?(?:amp;)*signature(?:=|:|%3d|%3a)?([0-9a-f]{40})$/i;
/** As many digits without a name, or under one that other vendors give it, or “signature” mistyped: an “s” and letters of that word. */
const MISNAMED =
  /(?:^|&)(?:(s[ignature]*|[\w-]*signature|[\w-]+[-_]sig|hmac|mac|hash|digest|sha1|token)=|(?<=&))([0-9a-f]{40})$/i;

interface Elsewhere extends Pick<Note, "kind" | "sentence"> {
  readonly label: string;
  readonly end: string;
  readonly digits: string;
}

/** A signature at the end that LibPixel does not read, because it is no parameter `signature`. */
function elsewhere(text: string): Elsewhere | null {
  const [misnamed, name, few = ""] = MISNAMED.exec(text) ?? [];
  if (misnamed && !/^signature$/i.test(name ?? "")) {
    const what = name ? `“${name}” holds 40 digits` : "40 digits without a name stand at the end";
    const sentence = `${what}, as many as a signature has. LibPixel reads one only from a parameter named “signature”: if these are the signature, name it so.`;
    return { kind: "signature-misnamed", sentence, label: "Name it “signature”", end: misnamed, digits: few };
  }
  const [joined, digits = ""] = JOINED.exec(text) ?? [];
  if (!joined) return null;
  const sentence =
    "A signature stands at the end, but no parameter named “signature”: LibPixel sees an unsigned URL. It is joined with “?” where there is no query, else with “&”.";
  return { kind: "signature-joined", sentence, label: "Join it correctly", end: joined, digits };
}

/** What looks like the signature of a URL that has none by the rule, and a rewrite that puts it where LibPixel reads it. */
export function elsewhereNote({ typed, found: signature }: SigningRequest): Note[] {
  const found = signature ? null : elsewhere(typed.query ?? typed.path);
  if (!found) return [];
  const { kind, sentence, label, end, digits } = found;
  const last = typed.query?.slice(typed.query.lastIndexOf("&") + 1) ?? typed.path;
  // A signed source has a signature of its own; one that is not escaped may end anywhere behind its own “?”.
  const isOfSource = /^[?%]/.test(end) && /:\/\/|%3A%2F%2F/i.test(last);
  if (isOfSource || /:\/\/[^&]*\?/.test(typed.query ?? "")) return [];
  const path = typed.query === null ? typed.path.slice(0, -end.length) : typed.path;
  const rest = typed.query?.slice(0, -end.length) ?? "";
  const query = `${rest}${rest && "&"}signature=${digits}`;
  return [{ kind, risk: true, sentence, rewrite: { label, text: joinUrl({ ...typed, path, query }) } }];
}
