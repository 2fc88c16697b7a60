import type { Reading } from "../../signing/sign";
import type { Note } from "../../signing/types";
import { namesSecret } from "../secret/holds-secret";
import { maskedIn } from "./masked";

/** One name and one value without a space: a sentence about a secret is none. */
const SECRET_ALONE =
  /^\s*(?:export\s+|-\s+)?["']?(?<name>[\w .-]{0,40}(?:secret|passw|(?:signing|private|hmac)[ _-]?key)[\w .-]{0,20})["']?\s*(?:=>|[=:])\s*(?<value>[^\s=]\S{3,})\s*$/i;

/** Whether a secret with its name was pasted where the URL belongs. It is neither kept nor shared. */
export const isSecretAlone = (pasted: string, { text }: Reading): boolean =>
  text.origin === "" && namesSecret(pasted) && SECRET_ALONE.test(pasted);

/** A name of something about a secret: where it lies, what it is called or how it must look. */
const NAMES_ANOTHER =
  /(?:name|file|path|dir|folder|arn|id|ids|ur[il]|policy|less|manager|store|provider|type|version|length|size|hint|field|reset|required|enabled|rotation|secrets)["']?$/i;

/** What code, a template or a setting has in the place of a secret: a word of the language, a call, a file. */
const IS_ANOTHER =
  /^["']?(?:null|none|undefined|true|false|yes|inherit|required|optional|string)["']?[,;]?$|^[\w.:]+\(.*\)[,;]?$|^\.{0,2}(?:\/[\w.-]+){2,}$/i;

/** That secret, without its name and what stands around it; empty where there is none, but a setting of one, or what stands in its place. */
export function secretAlone(pasted: string): string {
  const { name = "", value: text = "" } = SECRET_ALONE.exec(pasted)?.groups ?? {};
  const value = /^(["'`])(.*)\1[,;)}\]]*$/.exec(text)?.[2] ?? text;
  const masked = maskedIn(value);
  const isNone =
    NAMES_ANOTHER.test(name.trim()) || IS_ANOTHER.test(value) || masked === "all" || masked === "name";
  return isNone ? "" : value;
}

/** What is said of it. */
export function aloneNote(pasted: string, reading: Reading): Note[] {
  if (reading.request.ok || !isSecretAlone(pasted, reading) || secretAlone(pasted) === "") return [];
  return [
    {
      kind: "secret-alone",
      risk: true,
      sentence:
        "By its name this is a secret. It is not kept, and no link of this page carries it. It belongs into the field of the secret, and the URL here.",
      moves: true,
    },
  ];
}
