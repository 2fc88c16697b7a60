import { operators } from "../csharp";
import { express } from "../expression";
import { camelName } from "../plan";
import { assigned } from "./assigned";
import { grouped, upperHash } from "./names";
import type { Phrases } from "./phrases";

const UPPER = 'BitConverter.ToString(hash).Replace("-", "")';
const HEX = `${UPPER}.ToLowerInvariant()`;
const OURS = `var signature = ${HEX};`;
const assign = (text: string) => `var signingString = ${text};`;
const { quote } = operators;

export const csharp: Phrases = {
  signingString: "signingString",
  secret: "secret",
  variable: (name) => name,
  ...assigned(operators, assign),
  asKey: (text) => `Encoding.UTF8.GetBytes(${text})`,
  lacks: ["SHA-224"],
  hash: (hash) => `using (var hmac = new HMAC${upperHash(hash)}(Encoding.UTF8.GetBytes(secret)))`,
  key: (hash, key) => `using (var hmac = new HMAC${upperHash(hash)}(${key}))`,
  plain: (hash) => ({
    removed: `var hash = ${upperHash(hash)}.Create().ComputeHash(Encoding.UTF8.GetBytes(secret + signingString));`,
    added: "var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(signingString));",
  }),
  digits: (hash, written) => {
    const base64 = "Convert.ToBase64String(hash)";
    const wrong = {
      base64,
      base64url: `${base64}.Replace("+", "-").Replace("/", "_")`,
      base64OfHex: `Convert.ToBase64String(Encoding.UTF8.GetBytes(${HEX}))`,
      hexOfHex: `Convert.ToHexString(Encoding.UTF8.GetBytes(${HEX}))`,
      upper: UPPER,
      prefix: `"${upperHash(hash).toLowerCase()}=" + ${HEX}`,
    };
    return { removed: `var signature = ${wrong[written]};`, added: OURS };
  },
  result: (pieces) => `return ${express(pieces, operators)};`,
  environment: (name, otherwise) =>
    `Environment.GetEnvironmentVariable(${quote(name)})${otherwise === undefined ? "" : ` ?? ${quote(otherwise)}`}`,
  setSecret: (text) => `var secret = ${text};`,
  demandSecret: (name) =>
    `var secret = Environment.GetEnvironmentVariable(${quote(name)});\nif (string.IsNullOrEmpty(secret)) throw new InvalidOperationException("${name} is not set");`,
  file: {
    removed: 'var secret = File.ReadAllText("secret.txt");',
    added: "var secret = File.ReadAllText(\"secret.txt\").TrimEnd('\\r', '\\n');",
  },
  call: (vendor, url, secret) => `S${camelName({ vendor }).slice(1)}(${url}, ${secret})`,
  substitute: (text, from, to) => `${grouped(text)}.Replace(${quote(from)}, ${quote(to)})`,
  told: { encodeHex: /^With upper-case digits\.$/ },
  wraps: {
    decodeBase64: (text) => `Convert.FromBase64String(${text})`,
    decodeHex: (text) => `Convert.FromHexString(${text})`,
    hash: (text) => `SHA256.Create().ComputeHash(Encoding.UTF8.GetBytes(${text}))`,
    latin1: (text) => `Encoding.GetEncoding("ISO-8859-1").GetBytes(${text})`,
    utf16: (text) => `Encoding.Unicode.GetBytes(${text})`,
    encodeBase64: (text) => `Convert.ToBase64String(Encoding.UTF8.GetBytes(${text}))`,
    encodeHex: (text) => `Convert.ToHexString(Encoding.UTF8.GetBytes(${text}))`,
    percentEncode: (text) => `Uri.EscapeDataString(${text})`,
    percentDecode: (text) => `Uri.UnescapeDataString(${text})`,
    reencode: (text) => `HttpUtility.ParseQueryString(${text}).ToString()`,
    escapeHtml: (text) => `WebUtility.HtmlEncode(${text})`,
    sort: (text) => `string.Join("&", ${text}.Split('&').OrderBy(p => p))`,
    dropFirst: (text) => `${text}.Substring(1)`,
  },
};
