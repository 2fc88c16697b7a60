import { messageText } from "../diagnosis/explanation/message-text";
import type { Digest, Mistake } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import { rightString, schemeOf } from "../vectors/wrong-url";

/** How to see with OpenSSL alone which string was signed: two commands, and what each prints. */
export interface ByHand {
  /** Gives the right digits. */
  readonly right: string;
  /** Gives the digits in the wrong URL; `null` where no shell command says it plainly. */
  readonly wrong: string | null;
}

/** The commands for a mistake's example: `printf` adds nothing to the string, as `echo` would. */
export function byHand({ example }: Mistake): ByHand {
  const [hash] = schemeOf(example).hashes;
  const { secret, signed, key = secret, digest = {}, form } = example;
  const right = command(rightString(example), secret, rightDigest(hash));
  const computed: Digest = { ...rightDigest(hash), ...digest };
  const isPlain =
    typeof key === "string" &&
    typeof signed === "string" &&
    !signed.includes("{}") &&
    computed.mode === "hmac";
  if (!isPlain || key === "" || !/^[ -~\n]*$/.test(key + signed)) return { right, wrong: null };
  const wrong = command(messageText(signed), key, computed);
  return { right, wrong: form !== undefined || wrong === right ? null : wrong };
}

function command(text: string, key: string, { hash, mode }: Digest): string {
  const name = hash.replace("-", "").toLowerCase();
  if (mode !== "hmac") return `printf %s ${quoted(key + text)} | openssl dgst -${name}`;
  return `printf %s ${quoted(text)} | openssl dgst -${name} -hmac ${quoted(key)}`;
}

/** In the quotes of a shell (POSIX, 2.2); with `$'…'` where a line break is in it. */
function quoted(text: string): string {
  if (!text.includes("\n")) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${text.replace(/['\\]/g, "\\$&").replaceAll("\n", "\\n")}'`;
}
