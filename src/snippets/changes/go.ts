import type { RulePiece } from "../../schemes/rule-in-code";
import { express, type Operators } from "../expression";
import { quote, statements } from "../go";
import { camelName } from "../plan";
import { lowerHash } from "./names";
import type { Phrases, UsedHash } from "./phrases";

/** Go has no conditional expression. In a line that is wrong anyway the conditions are left out. */
const operators: Operators = {
  quote,
  name: (part) => part,
  plus: " + ",
  when: (_, more) => more,
  orElse: (part) => part,
};

const dedent = (lines: string) => lines.replace(/^\t/gm, "").trimEnd();
const ours = (pieces: readonly RulePiece[]) => dedent(statements("signingString", pieces));
const OURS = "signature := hex.EncodeToString(mac.Sum(nil))";

/** SHA-384 and SHA-224 are in the packages of SHA-512 and SHA-256. */
const newOf = (hash: UsedHash) =>
  hash === "SHA-384" ? "sha512.New384" : hash === "SHA-224" ? "sha256.New224" : `${lowerHash(hash)}.New`;

export const go: Phrases = {
  signingString: "signingString",
  secret: "secret",
  variable: (name) => name,
  quote,
  plus: " + ",
  express: (pieces) => express(pieces, operators),
  message: (text) => `signingString := ${text}`,
  rule: ours,
  newline: () => ({
    removed: 'mac.Write([]byte(signingString + "\\n"))',
    added: "mac.Write([]byte(signingString))",
  }),
  asKey: (text) => `[]byte(${text})`,
  hash: (hash) => `mac := hmac.New(${newOf(hash)}, []byte(secret))`,
  key: (hash, key) => `mac := hmac.New(${lowerHash(hash)}.New, ${key})`,
  plain: (hash) => ({
    removed: `mac := ${lowerHash(hash)}.New()\nmac.Write([]byte(secret))`,
    added: `mac := hmac.New(${lowerHash(hash)}.New, []byte(secret))`,
  }),
  digits: (hash, written) => {
    const hex = "hex.EncodeToString(mac.Sum(nil))";
    const wrong = {
      base64: "base64.StdEncoding.EncodeToString(mac.Sum(nil))",
      base64url: "base64.URLEncoding.EncodeToString(mac.Sum(nil))",
      base64OfHex: `base64.StdEncoding.EncodeToString([]byte(${hex}))`,
      hexOfHex: `hex.EncodeToString([]byte(${hex}))`,
      upper: `strings.ToUpper(${hex})`,
      prefix: `"${lowerHash(hash)}=" + ${hex}`,
    };
    return { removed: `signature := ${wrong[written]}`, added: OURS };
  },
  result: (pieces) => dedent(statements("signed", pieces)),
  environment: (name, otherwise = "") =>
    otherwise === "" ? `os.Getenv(${quote(name)})` : `cmp.Or(os.Getenv(${quote(name)}), ${quote(otherwise)})`,
  setSecret: (text) => `secret := ${text}`,
  demandSecret: (name) =>
    `secret := os.Getenv(${quote(name)})\nif secret == "" {\n\tlog.Fatal("${name} is not set")\n}`,
  file: {
    removed: "secret := string(file)",
    added: 'secret := strings.TrimRight(string(file), "\\r\\n")',
  },
  call: (vendor, url, secret) => `${camelName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) => `strings.ReplaceAll(${text}, ${quote(from)}, ${quote(to)})`,
  /** What takes two lines in Go is shown by a name that says what it does. */
  told: { percentEncode: /^Encoded as Python’s quote_plus, Go’s QueryEscape/ },
  wraps: {
    decodeBase64: (text) => `decodeBase64(${text})`,
    decodeHex: (text) => `decodeHex(${text})`,
    hash: (text) => `hashOf(${text})`,
    latin1: (text) => `latin1(${text})`,
    utf16: (text) => `utf16(${text})`,
    encodeBase64: (text) => `base64.StdEncoding.EncodeToString([]byte(${text}))`,
    encodeHex: (text) => `hex.EncodeToString([]byte(${text}))`,
    percentEncode: (text) => `url.QueryEscape(${text})`,
    percentDecode: (text) => `unescape(${text})`,
    reencode: (text) => `parseQuery(${text}).Encode()`,
    escapeHtml: (text) => `html.EscapeString(${text})`,
    sort: (text) => `sortParameters(${text})`,
    dropFirst: (text) => `${text}[1:]`,
  },
};
