import { lowerHash } from "./names";
import type { Phrases } from "./phrases";
import { scriptPhrases, scriptWraps, templateOf } from "./script";
import { base64 } from "./signature-shapes";

const { quote } = scriptPhrases;
const mac = (hash: string, key: string) => `createHmac("${hash}", ${key}).update(signingString)`;
const ours = (hash: string) => `const signature = ${mac(hash, "secret")}.digest("hex");`;

export const node: Phrases = {
  ...scriptPhrases,
  asKey: (text) => text,
  hash: (hash) => ours(lowerHash(hash)),
  key: (hash, key) => `const signature = ${mac(lowerHash(hash), key)}.digest("hex");`,
  plain: (hash) => ({
    removed: `const signature = createHash("${lowerHash(hash)}").update(secret + signingString).digest("hex");`,
    added: ours(lowerHash(hash)),
  }),
  digits: (hash, written) => {
    const bytes = mac(lowerHash(hash), "secret");
    const hex = `${bytes}.digest("hex")`;
    const wrong = {
      base64: `${bytes}.digest("base64")`,
      base64url: `${bytes}.digest("base64url")`,
      base64OfHex: `btoa(${hex})`,
      hexOfHex: `Buffer.from(${hex}).toString("hex")`,
      upper: `${hex}.toUpperCase()`,
      prefix: `"${lowerHash(hash)}=" + ${hex}`,
    };
    return { removed: `const signature = ${wrong[written]};`, added: ours(lowerHash(hash)) };
  },
  shape: (written, _, bytes) => (written === "base64url" ? base64(bytes, "_-", "") : undefined),
  environment: (name, otherwise) =>
    `process.env.${name}${otherwise === undefined ? "" : ` ?? ${quote(otherwise)}`}`,
  unset: (name, text) => templateOf(`process.env.${name}`, text),
  demandSecret: (name) =>
    `const secret = process.env.${name};\nif (!secret) throw new Error("${name} is not set");`,
  file: {
    removed: 'const secret = readFileSync("secret.txt", "utf8");',
    added: 'const secret = readFileSync("secret.txt", "utf8").replace(/[\\r\\n]+$/, "");',
  },
  told: { percentEncode: /^Encoded as JavaScript’s encodeURIComponent does/ },
  wraps: {
    ...scriptWraps,
    decodeBase64: (text) => `Buffer.from(${text}, "base64")`,
    decodeHex: (text) => `Buffer.from(${text}, "hex")`,
    hash: (text) => `createHash("sha256").update(${text}).digest()`,
    latin1: (text) => `Buffer.from(${text}, "latin1")`,
    utf16: (text) => `Buffer.from(${text}, "utf16le")`,
    encodeBase64: (text) => `Buffer.from(${text}).toString("base64")`,
    encodeHex: (text) => `Buffer.from(${text}).toString("hex")`,
  },
};
