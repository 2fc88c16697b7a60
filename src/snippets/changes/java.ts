import { express } from "../expression";
import { operators } from "../java";
import { camelName } from "../plan";
import { assigned } from "./assigned";
import { grouped, upperHash } from "./names";
import type { Phrases } from "./phrases";

const BYTES = "mac.doFinal(signingString.getBytes(UTF_8))";
const HEX = `HexFormat.of().formatHex(${BYTES})`;
const OURS = `var signature = ${HEX};`;
const assign = (text: string) => `var signingString = ${text};`;
const { quote } = operators;

export const java: Phrases = {
  signingString: "signingString",
  secret: "secret",
  variable: (name) => name,
  ...assigned(operators, assign),
  asKey: (text) => `${grouped(text)}.getBytes(UTF_8)`,
  hash: (hash) => `var mac = Mac.getInstance("Hmac${upperHash(hash)}");`,
  key: (hash, key) => `mac.init(new SecretKeySpec(${key}, "Hmac${upperHash(hash)}"));`,
  plain: (hash) => ({
    removed: `var signature = HexFormat.of().formatHex(MessageDigest.getInstance("${hash}").digest((secret + signingString).getBytes(UTF_8)));`,
    added: OURS,
  }),
  digits: (hash, written) => {
    const wrong = {
      base64: `Base64.getEncoder().encodeToString(${BYTES})`,
      base64url: `Base64.getUrlEncoder().encodeToString(${BYTES})`,
      base64OfHex: `Base64.getEncoder().encodeToString(${HEX}.getBytes(UTF_8))`,
      hexOfHex: `HexFormat.of().formatHex(${HEX}.getBytes(UTF_8))`,
      upper: `${HEX}.toUpperCase()`,
      prefix: `"${upperHash(hash).toLowerCase()}=" + ${HEX}`,
    };
    return { removed: `var signature = ${wrong[written]};`, added: OURS };
  },
  result: (pieces) => `return ${express(pieces, operators)};`,
  environment: (name, otherwise) =>
    otherwise === undefined
      ? `System.getenv(${quote(name)})`
      : `System.getenv().getOrDefault(${quote(name)}, ${quote(otherwise)})`,
  unset: (name, text) => (text === "null" ? `String.valueOf(System.getenv(${quote(name)}))` : null),
  setSecret: (text) => `var secret = ${text};`,
  demandSecret: (name) =>
    `var secret = System.getenv().getOrDefault(${quote(name)}, "");\nif (secret.isEmpty()) throw new IllegalStateException("${name} is not set");`,
  file: {
    removed: 'var secret = Files.readString(Path.of("secret.txt"));',
    added: 'var secret = Files.readString(Path.of("secret.txt")).stripTrailing();',
  },
  call: (vendor, url, secret) => `${camelName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) => `${grouped(text)}.replace(${quote(from)}, ${quote(to)})`,
  told: { percentEncode: /^Encoded as URLSearchParams, HTML forms, Java/ },
  wraps: {
    decodeBase64: (text) => `Base64.getDecoder().decode(${text})`,
    decodeHex: (text) => `HexFormat.of().parseHex(${text})`,
    hash: (text) => `MessageDigest.getInstance("SHA-256").digest(${text}.getBytes(UTF_8))`,
    latin1: (text) => `${text}.getBytes(ISO_8859_1)`,
    utf16: (text) => `${text}.getBytes(UTF_16LE)`,
    encodeBase64: (text) => `Base64.getEncoder().encodeToString(${grouped(text)}.getBytes(UTF_8))`,
    encodeHex: (text) => `HexFormat.of().formatHex(${grouped(text)}.getBytes(UTF_8))`,
    percentEncode: (text) => `URLEncoder.encode(${text}, UTF_8)`,
    percentDecode: (text) => `URLDecoder.decode(${text}, UTF_8)`,
    escapeHtml: (text) => `HtmlUtils.htmlEscape(${text})`,
    sort: (text) => `Stream.of(${text}.split("&")).sorted().collect(Collectors.joining("&"))`,
    dropFirst: (text) => `${text}.substring(1)`,
  },
};
