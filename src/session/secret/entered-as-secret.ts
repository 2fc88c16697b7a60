import { readSecretAtSight } from "../../diagnosis/forms/secret-at-sight";
import { publicKeyOf } from "../../schemes/public-key";
import type { Reading } from "../../signing/sign";
import type { UrlText } from "../../signing/types";
import { hostOf, joinUrl, withoutBreaks } from "../../signing/url-text";
import type { State } from "../state";

/** What of a URL may have been entered in the place of its secret. */
export type EnteredAs = "url" | "key" | "signature";

/** What a text that was entered as the secret is in the URL that holds it; `null` where it is hardly anything but the secret. */
export function enteredAs(
  entered: string,
  { scheme, settings }: Pick<State, "scheme" | "settings">,
  { request, text, takesSettings }: Reading,
): EnteredAs | null {
  const word = entered.trim();
  if (isAddress(word, text)) return "url";
  const { unsigned, found } = request.ok ? request.value : { unsigned: text, found: null };
  const { apiKey = "" } = settings;
  const key = takesSettings ? apiKey.trim() : publicKeyOf(scheme, unsigned);
  if (LIKE_KEY.test(word) && word === key) return "key";
  return readSecretAtSight(withoutBreaks(found?.text ?? ""), word)?.telling ? "signature" : null;
}

/** As vendors write the key that stands in a URL. */
const LIKE_KEY = /^[\w-]+$/;

/** A URL, a part of this one’s host, or what stands in it from the start of its host or path on, or all of its query: no secret is written so. */
function isAddress(word: string, text: UrlText): boolean {
  if (/^https?:\/\//i.test(word)) return true;
  const host = hostOf(text.origin);
  const behindHost = joinUrl({ ...text, origin: "" });
  const isFrom = (start: string, whole: string) => word.startsWith(start) && whole.startsWith(word);
  return (
    host.includes(word) ||
    (host !== "" && isFrom(host, host + behindHost)) ||
    (text.path.length > 1 && isFrom(text.path, behindHost)) ||
    (word.includes("=") && word === text.query)
  );
}
