import { unescapeText } from "../escapes";
import { untilQuote } from "./apostrophes";
import { decodeEntities } from "./html";
import { closedBy } from "./markup";
import { isSigned } from "./signed";
import { type Word, withoutEnd } from "./word";

/** A whole URL that was percent-encoded, once or more often, as it stands in another one's parameter. */
export function readEncoded(before: string, text: string): Word {
  const open = untilQuote(before, /^[^\s"`<>&,;\]|]*/.exec(text)?.[0] ?? "", text);
  const word = closedBy(open, "(", ")");
  let url = word;
  for (let layer = 0; layer < 4 && !/^https?:\/\//i.test(url); layer++) url = unescapeText(url);
  // The words behind it were encoded with it.
  const first = withoutEnd(/^[^\s"<>]*/.exec(url)?.[0] ?? "");
  if (isSigned(first) && /&amp;/.test(first) && !/&(?!amp;)/.test(first))
    return { url: decodeEntities(first), where: "percent-encoded HTML", length: word.length };
  return { url: isSigned(first) ? first : url, where: "percent-encoding", length: word.length };
}
