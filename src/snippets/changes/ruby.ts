import { express } from "../expression";
import { snakeName } from "../plan";
import { operators } from "../ruby";
import { assigned } from "./assigned";
import { grouped, upperHash } from "./names";
import type { Phrases } from "./phrases";

const mac = (hash: string, key: string) => `OpenSSL::HMAC.hexdigest("${hash}", ${key}, signing_string)`;
const ours = (hash: string) => `signature = ${mac(hash, "secret")}`;
const assign = (text: string) => `signing_string = ${text}`;
const { quote } = operators;

export const ruby: Phrases = {
  signingString: "signing_string",
  secret: "secret",
  variable: (name) => name,
  ...assigned(operators, assign),
  asKey: (text) => text,
  hash: (hash) => ours(upperHash(hash)),
  key: (hash, key) => `signature = ${mac(upperHash(hash), key)}`,
  plain: (hash) => ({
    removed: `signature = OpenSSL::Digest.hexdigest("${upperHash(hash)}", secret + signing_string)`,
    added: ours(upperHash(hash)),
  }),
  digits: (hash, written) => {
    const hex = mac(upperHash(hash), "secret");
    const bytes = `OpenSSL::HMAC.digest("${upperHash(hash)}", secret, signing_string)`;
    const wrong = {
      base64: `Base64.strict_encode64(${bytes})`,
      base64url: `Base64.urlsafe_encode64(${bytes})`,
      base64OfHex: `Base64.strict_encode64(${hex})`,
      hexOfHex: `${hex}.unpack1("H*")`,
      upper: `${hex}.upcase`,
      prefix: `"${upperHash(hash).toLowerCase()}=" + ${hex}`,
    };
    return { removed: `signature = ${wrong[written]}`, added: ours(upperHash(hash)) };
  },
  result: (pieces) => express(pieces, operators),
  environment: (name, otherwise) =>
    `ENV.fetch(${quote(name)}${otherwise === undefined ? "" : `, ${quote(otherwise)}`})`,
  setSecret: (text) => `secret = ${text}`,
  demandSecret: (name) => `secret = ENV.fetch(${quote(name)})\nabort "${name} is empty" if secret.empty?`,
  file: { removed: 'secret = File.read("secret.txt")', added: 'secret = File.read("secret.txt").chomp' },
  call: (vendor, url, secret) => `${snakeName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) => `${grouped(text)}.gsub(${quote(from)}, ${quote(to)})`,
  wraps: {
    decodeBase64: (text) => `Base64.decode64(${text})`,
    decodeHex: (text) => `[${text}].pack("H*")`,
    hash: (text) => `OpenSSL::Digest.digest("SHA256", ${text})`,
    latin1: (text) => `${text}.encode("ISO-8859-1")`,
    utf16: (text) => `${text}.encode("UTF-16LE")`,
    encodeBase64: (text) => `Base64.strict_encode64(${text})`,
    encodeHex: (text) => `${grouped(text)}.unpack1("H*")`,
    percentEncode: (text) => `ERB::Util.url_encode(${text})`,
    percentDecode: (text) => `URI.decode_www_form_component(${text})`,
    reencode: (text) => `URI.encode_www_form(URI.decode_www_form(${text}))`,
    escapeHtml: (text) => `CGI.escapeHTML(${text})`,
    sort: (text) => `${text}.split("&").sort.join("&")`,
    dropFirst: (text) => `${text}[1..]`,
  },
};
