import type { Phrases } from "./phrases";
import { scriptPhrases, scriptWraps, templateOf } from "./script";

const HEX = 'Array.from(new Uint8Array(hmac), (byte) => byte.toString(16).padStart(2, "0")).join("")';
const BASE64 = "btoa(String.fromCharCode(...new Uint8Array(hmac)))";

export const browser: Phrases = {
  ...scriptPhrases,
  asKey: (text) => `utf8.encode(${text})`,
  lacks: ["MD5", "SHA-224"],
  hash: (hash) => `const algorithm = { name: "HMAC", hash: "${hash}" };`,
  key: (_, key) => `const key = await crypto.subtle.importKey("raw", ${key}, algorithm, false, ["sign"]);`,
  plain: (hash) => ({
    removed: `const hmac = await crypto.subtle.digest("${hash}", utf8.encode(secret + signingString));`,
    added: 'const hmac = await crypto.subtle.sign("HMAC", key, utf8.encode(signingString));',
  }),
  digits: (hash, written) => {
    const wrong = {
      base64: BASE64,
      base64url: `${BASE64}.replaceAll("+", "-").replaceAll("/", "_")`,
      base64OfHex: `btoa(${HEX})`,
      hexOfHex: `Array.from(utf8.encode(${HEX}), (byte) => byte.toString(16)).join("")`,
      upper: `${HEX}.toUpperCase()`,
      prefix: `"${hash.replace("-", "").toLowerCase()}=" + ${HEX}`,
    };
    return { removed: `const signature = ${wrong[written]};`, added: `const signature = ${HEX};` };
  },
  /** A page has no environment: its user fills fields. */
  environment: (name, otherwise) =>
    otherwise === undefined
      ? `${name.endsWith("KEY") ? "key" : "secret"}Field.value`
      : `import.meta.env.${name} ?? ${scriptPhrases.quote(otherwise)}`,
  unset: (name, text) => templateOf(`import.meta.env.${name}`, text),
  demandSecret: () =>
    'const secret = secretField.value;\nif (!secret) throw new Error("The secret is missing");',
  file: {
    removed: "const secret = await file.text();",
    added: 'const secret = (await file.text()).replace(/[\\r\\n]+$/, "");',
  },
  call: (...call) => `await ${scriptPhrases.call(...call)}`,
  told: { percentEncode: /^Encoded as JavaScript’s encodeURIComponent does/ },
  wraps: {
    ...scriptWraps,
    decodeBase64: (text) => `Uint8Array.from(atob(${text}), (char) => char.charCodeAt(0))`,
    decodeHex: (text) => `Uint8Array.from(${text}.match(/../g), (byte) => parseInt(byte, 16))`,
    hash: (text) => `await crypto.subtle.digest("SHA-256", utf8.encode(${text}))`,
    latin1: (text) => `Uint8Array.from(${text}, (char) => char.charCodeAt(0))`,
    utf16: (text) => `new Uint8Array(Uint16Array.from(${text}, (char) => char.charCodeAt(0)).buffer)`,
    encodeBase64: (text) => `btoa(${text})`,
    encodeHex: (text) =>
      `Array.from(utf8.encode(${text}), (byte) => byte.toString(16).padStart(2, "0")).join("")`,
  },
};
