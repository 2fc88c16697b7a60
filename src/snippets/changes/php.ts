import { express } from "../expression";
import { operators } from "../php";
import { camelName } from "../plan";
import { assigned } from "./assigned";
import { lowerHash } from "./names";
import type { Phrases } from "./phrases";

const mac = (hash: string, key: string) => `hash_hmac('${hash}', $signingString, ${key})`;
const ours = (hash: string) => `$signature = ${mac(hash, "$secret")};`;
const assign = (text: string) => `$signingString = ${text};`;
const { quote } = operators;

export const php: Phrases = {
  signingString: "$signingString",
  secret: "$secret",
  variable: (name) => `$${name}`,
  ...assigned(operators, assign),
  asKey: (text) => text,
  hash: (hash) => ours(lowerHash(hash)),
  key: (hash, key) => `$signature = ${mac(lowerHash(hash), key)};`,
  plain: (hash) => ({
    removed: `$signature = hash('${lowerHash(hash)}', $secret . $signingString);`,
    added: ours(lowerHash(hash)),
  }),
  digits: (hash, written) => {
    const hex = mac(lowerHash(hash), "$secret");
    const base64 = `base64_encode(hash_hmac('${lowerHash(hash)}', $signingString, $secret, true))`;
    const wrong = {
      base64,
      base64url: `strtr(${base64}, '+/', '-_')`,
      base64OfHex: `base64_encode(${hex})`,
      hexOfHex: `bin2hex(${hex})`,
      upper: `strtoupper(${hex})`,
      prefix: `'${lowerHash(hash)}=' . ${hex}`,
    };
    return { removed: `$signature = ${wrong[written]};`, added: ours(lowerHash(hash)) };
  },
  result: (pieces) => `return ${express(pieces, operators)};`,
  environment: (name, otherwise) =>
    `getenv(${quote(name)})${otherwise === undefined ? "" : ` ?: ${quote(otherwise)}`}`,
  setSecret: (text) => `$secret = ${text};`,
  demandSecret: (name) =>
    `$secret = (string) getenv(${quote(name)});\nif ($secret === '') throw new RuntimeException('${name} is not set');`,
  file: {
    removed: "$secret = file_get_contents('secret.txt');",
    added: "$secret = rtrim(file_get_contents('secret.txt'), \"\\r\\n\");",
  },
  call: (vendor, url, secret) => `${camelName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) => `str_replace(${quote(from)}, ${quote(to)}, ${text})`,
  wraps: {
    decodeBase64: (text) => `base64_decode(${text})`,
    decodeHex: (text) => `hex2bin(${text})`,
    hash: (text) => `hash('sha256', ${text}, true)`,
    latin1: (text) => `mb_convert_encoding(${text}, 'ISO-8859-1', 'UTF-8')`,
    utf16: (text) => `mb_convert_encoding(${text}, 'UTF-16LE', 'UTF-8')`,
    encodeBase64: (text) => `base64_encode(${text})`,
    encodeHex: (text) => `bin2hex(${text})`,
    percentEncode: (text) => `rawurlencode(${text})`,
    percentDecode: (text) => `rawurldecode(${text})`,
    reencode: (text) => `(function ($q) { parse_str($q, $p); return http_build_query($p); })(${text})`,
    escapeHtml: (text) => `htmlspecialchars(${text})`,
    sort: (text) => `(function ($q) { $p = explode('&', $q); sort($p); return implode('&', $p); })(${text})`,
    dropFirst: (text) => `substr(${text}, 1)`,
  },
};
