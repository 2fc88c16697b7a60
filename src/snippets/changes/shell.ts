import { express } from "../expression";
import { snakeName } from "../plan";
import { operators } from "../shell";
import { lowerHash, NEVER } from "./names";
import type { Phrases } from "./phrases";

const assign = (text: string) => `signing_string="${text}"`;
const openssl = (hash: string, key: string) => `openssl dgst -${hash} -r -hmac "${key}" |`;
const pipe = (command: string) => (text: string) => `$(printf %s "${text}" | ${command})`;
const singleQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const OURS = "cut -d ' ' -f 1)";
const ENCODE_ALL = "od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'";

/** Expressions stand inside double quotes. */
export const shell: Phrases = {
  signingString: "$signing_string",
  secret: "$2",
  variable: (name) => `$${name}`,
  quote: operators.quote,
  plus: "",
  express: (pieces) => express(pieces, operators),
  message: assign,
  rule: (pieces) => assign(express(pieces, operators)),
  newline: () => ({
    removed: 'signature=$(echo "$signing_string" |',
    added: 'signature=$(printf %s "$signing_string" |',
  }),
  asKey: (text) => text,
  hash: (hash) => openssl(lowerHash(hash), "$2"),
  key: (hash, key) => openssl(lowerHash(hash), key),
  plain: (hash) => ({
    removed: `cat secret.txt - | openssl dgst -${lowerHash(hash)} -r |`,
    added: openssl(lowerHash(hash), "$2"),
  }),
  digits: (hash, written) => {
    const binary = `openssl dgst -${lowerHash(hash)} -binary -hmac "$2" | base64`;
    const ours = openssl(lowerHash(hash), "$2");
    const wrong = {
      base64: { removed: `${binary})`, added: ours },
      base64url: { removed: `${binary} | tr '+/' '-_')`, added: ours },
      base64OfHex: { removed: "cut -d ' ' -f 1 | tr -d '\\n' | base64 | tr -d '\\n')", added: OURS },
      hexOfHex: { removed: "cut -d ' ' -f 1 | tr -d '\\n' | od -An -v -tx1 | tr -d ' \\n')", added: OURS },
      upper: { removed: "cut -d ' ' -f 1 | tr a-f A-F)", added: OURS },
      prefix: {
        removed: `openssl dgst -${lowerHash(hash)} -hmac "$2")`,
        added: ours,
      },
    };
    return wrong[written];
  },
  // OpenSSL has changed its mind on the name.
  shape: (written, name, bytes) =>
    written === "prefix"
      ? new RegExp(
          `^(?:${name}|${name.replace("sha256", "sha2-256")})?\\(stdin\\)= [\\da-f]{${bytes * 2}}$`,
          "i",
        )
      : undefined,
  result: (pieces) => `printf '%s\\n' "${express(pieces, operators)}"`,
  environment: (name, otherwise) => (otherwise === undefined ? `\${${name}:?}` : `\${${name}:-${otherwise}}`),
  setSecret: (text) => `secret="${text}"`,
  demandSecret: (name) => `secret="\${${name}:?}"`,
  file: { removed: 'echo "$SECRET" > secret.txt', added: 'printf %s "$SECRET" > secret.txt' },
  call: (vendor, url, secret) => `${snakeName({ vendor })} "${url}" "${secret}"`,
  substitute: (text, from, to) =>
    pipe(
      `sed ${singleQuoted(`s~${from.replace(/[\\~.*[\]^$]/g, "\\$&")}~${to.replace(/[\\~&]/g, "\\$&")}~g`)}`,
    )(text),
  told: { percentEncode: NEVER },
  wraps: {
    decodeBase64: pipe("base64 -d"),
    decodeHex: pipe("xxd -r -p"),
    hash: pipe("openssl dgst -sha256 -binary"),
    latin1: pipe("iconv -t ISO-8859-1"),
    utf16: pipe("iconv -t UTF-16LE"),
    encodeBase64: pipe("base64 | tr -d '\\n'"),
    encodeHex: pipe("od -An -v -tx1 | tr -d ' \\n'"),
    percentEncode: pipe(ENCODE_ALL),
    // No `printf %b`: of “\x” it makes a byte in Bash, and nothing in other shells.
    percentDecode: pipe("perl -pe 's/%(..)/chr hex $1/ge'"),
    escapeHtml: pipe("sed 's/&/\\&amp;/g'"),
    sort: pipe("tr '&' '\\n' | sort | paste -sd '&' -"),
    dropFirst: (text) => `\${${text.slice("$".length)}#?}`,
  },
};
