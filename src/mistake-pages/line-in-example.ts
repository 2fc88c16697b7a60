import { messageText } from "../diagnosis/explanation/message-text";
import type { Mistake } from "../mistakes/mistake";
import { readPaste } from "../signing/read-paste";
import { joinUrl } from "../signing/url-text";
import { type LineOf, lineOf } from "../snippets/changes/line-of";
import { MARKED_SECRET } from "../snippets/changes/unknown";
import type { Language } from "../snippets/language";
import { schemeOf } from "../vectors/wrong-url";

/** The line of code that makes the mistake of its example; `null` where none makes it. */
export function lineInExample({ id, example }: Mistake, language: Language): LineOf | null {
  const scheme = schemeOf(example);
  const digits = "0".repeat(40);
  const { request } = readPaste(scheme, example.url.replace("{}", digits));
  if (!request.ok) return null;
  const text = messageText(example.signed).replace("{}", digits);
  const alone = text.replaceAll(example.secret || MARKED_SECRET, MARKED_SECRET);
  const unsigned = joinUrl(request.value.unsigned);
  return lineOf({ id, alone }, language, scheme, scheme.hashes[0], {}, unsigned);
}
