import type { UrlText } from "../../signing/types";
import type { Telling, Variant } from "../mistake";
import { SHOWN } from "../weights";
import { pathAndQuery, withPathAndQuery } from "./path-and-query";

/** A sign by which a shell takes the next character as it is. */
interface Shell {
  /** The sign as it stands in a URL: raw, or as a client escapes it. */
  readonly sign: string;
  /** Before which characters it is written. */
  readonly before: string;
  readonly telling: Telling;
}

const SHELLS: readonly Shell[] = [
  {
    sign: "(?:\\^|%5E)",
    before: "&",
    telling: {
      title: "“^” came into the URL before “&” after it was signed.",
      why: "The Windows command line, cmd, takes “^&” for a plain “&”, so batch files and “Copy as cURL (cmd)” of older browsers write it. In double quotes, and outside of cmd, each “^” stays in the URL.",
      fix: "Take the “^” out of the URL; in cmd write it in double quotes, where “&” needs none.",
    },
  },
  {
    sign: "(?:`|%60)",
    before: "[&$]",
    telling: {
      title: "“`” came into the URL before “&” after it was signed.",
      why: "PowerShell takes “`&” for a plain “&”, in double quotes and where there are none. In single quotes, and outside of PowerShell, each “`” stays in the URL.",
      fix: "Take the “`” out of the URL; in PowerShell write it in single quotes, where “&” needs none.",
    },
  },
  {
    sign: "(?:\\\\|%5C)",
    before: "[!-/:-@[-`{-~]",
    telling: {
      title: "“\\” came into the URL before “&” or other signs after it was signed.",
      why: "A shell takes “\\&” for a plain “&”: zsh writes it where a URL is pasted into a terminal, programs print it for a shell, and some writers of Markdown do the same. In quotes, and outside of a shell, each “\\” stays in the URL.",
      fix: "Take the “\\” out of the URL; in a shell write it in single quotes, where “&” needs none.",
    },
  },
];

/** The URL without a shell’s signs. Only where one stands before each “&” of it, and none anywhere else. @param typed the URL with its signature */
export function* withoutShellSigns(url: UrlText, typed: UrlText): Generator<Variant<UrlText>> {
  const text = pathAndQuery(url);
  const whole = pathAndQuery(typed);
  for (const { sign, before, telling } of SHELLS) {
    const isSigned = (part: string) => new RegExp(sign, "i").test(part);
    if (!isSigned(text) || !new RegExp(`${sign}[&?=]`, "i").test(whole)) continue;
    if (new RegExp(`(?<!${sign})&`, "i").test(`${text}?${whole}`)) continue;
    const escaping = new RegExp(`${sign}(?=${before})`, "gi");
    const end = new RegExp(`${sign}$`, "i");
    // One at the end stands before “&” and the signature’s name, or closes a command with the URL’s quotation mark, or is the value’s own.
    const inner = text.replace(escaping, "");
    for (const plain of end.test(whole) ? [inner.replace(end, ""), inner] : [inner.replace(end, "")]) {
      if (plain === text || isSigned(plain.replace(end, ""))) continue;
      yield { value: withPathAndQuery(url, plain), telling, weight: SHOWN };
    }
  }
}
