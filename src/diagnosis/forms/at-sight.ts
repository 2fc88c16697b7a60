import { percentDecode } from "../../mistakes/text/escapes";

/** What a program wrote in the place of a signature: known without any key. */
export interface Sight {
  /** The mistake's id. */
  readonly id: "signature-is-printed-object" | "signature-is-empty-value" | "signature-is-secret";
  /** What it is and how it gets there, one sentence. */
  readonly detail: string;
  /** True where people write it, too, to hide the digits from others. */
  readonly mayHide?: true;
}

const OBJECTS: readonly (readonly [pattern: RegExp, detail: string])[] = [
  [/^\[B@[\da-f]+$/i, "Java writes a byte[] like this: its type and a number, not its bytes."],
  [
    /^\[[CISJFDZ]@[\da-f]+$|^[\w.$]+@[\da-f]{5,8}$/,
    "Java writes an object like this: its type and a number, not its content.",
  ],
  [/^\[object Promise\]$/i, "It is a Promise: “await” is missing before the call that computes it."],
  [
    /^\[object (?:ArrayBuffer|Uint8Array|DataView|CryptoKey)\]$/i,
    "WebCrypto gives bytes, and they were written as text without being turned into digits.",
  ],
  [/^\[object [A-Z]\w*\]$/i, "JavaScript writes an object like this when it is put into a text."],
  [
    /^(?:async )?(?:function|\([^)]*\)\s*=>)/,
    "A function was written, not what it returns: its call is missing.",
  ],
  [
    /^System\.(?:Byte\[\]|Security\.Cryptography\.\w+|[A-Z]\w*(?:\[\])?)$/,
    "C# writes an array or an object by its type’s name, not by its content.",
  ],
  [
    /^<(?:built-in )?(?:function|method|bound method|hmac\.HMAC|sha\w* _hashlib|_hashlib|memory|coroutine)\b.*>?$/i,
    "Python writes an object or a method like this: “.hexdigest()” or its brackets are missing.",
  ],
  [/^<_?hashlib\.\w+ .*>$/i, "Python writes a hash object like this: “.hexdigest()” is missing."],
  [
    /^#<(?:OpenSSL::HMAC|OpenSSL::Digest|Digest|Proc|Method)\b.*>?$/,
    "Ruby writes an object like this: “.hexdigest” is missing.",
  ],
  [
    /^(?:Resource id #\d+|Array|Object|HashContext|Closure)$/,
    "PHP writes a resource, an array or an object like this, not the digits.",
  ],
  [
    /^<Buffer( [\da-f]{2})* ?(?:\.\.\. \d+ more bytes)?>$/i,
    "Node.js writes a Buffer for people like this: “.toString('hex')” is missing.",
  ],
  [
    /^(?:0x[\da-f]{8,12}|&\{.*\}|0xc[\da-f]{9})$/i,
    "Go or C wrote where the value is in memory, not the value.",
  ],
  [/^\d+ bytes$/, "Swift writes Data like this: how long it is, not its bytes."],
];

const EMPTY: Readonly<Record<string, string>> = {
  undefined:
    "JavaScript writes “undefined” where a variable or a field has no value, for example because it was misspelled.",
  null: "“null” was written where the signature had no value.",
  nil: "“nil” was written where the signature had no value.",
  "<nil>": "Go writes “<nil>” where there is no value.",
  "%!s(<nil>)": "Go writes “%!s(<nil>)” where there is no value.",
  none: "Python writes “None” where a function returned nothing.",
  nan: "“NaN” was written: text was computed with as if it were a number.",
  false:
    "PHP and JavaScript give “false” where hashing failed, for example because the hash’s name is unknown.",
  true: "“true” was written in the place of the digits.",
  "(null)": "C and Objective-C write “(null)” where there is no value.",
};

/** What a template or a vendor’s page has in the place of a signature. */
const PLACEHOLDER =
  /^[<{[($%]*(?:(?:your|the|my|insert|put|add|url)[-_ ]?)*(?:signature|sig|token|hmac|hash|digest|todo)(?:[-_ ]?(?:here|value|goes))*[>}\])%]*$/i;

/** What a text in the place of a signature is at sight, or `null` where it may be digits. */
export function readAtSight(text: string): Sight | null {
  if (text.length > 400) return null;
  for (const spelling of new Set([text, percentDecode(text), percentDecode(text.replaceAll("+", " "))])) {
    const value = spelling.trim().replace(/^(["'])(.*)\1$/, "$2");
    const empty = EMPTY[value.toLowerCase()];
    if (empty) return { id: "signature-is-empty-value", detail: empty };
    if (PLACEHOLDER.test(value))
      return {
        id: "signature-is-empty-value",
        detail: "It is a placeholder: nothing has filled it in, or it hides the digits from others.",
        mayHide: true,
      };
    const object = OBJECTS.find(([pattern]) => pattern.test(value));
    if (object) return { id: "signature-is-printed-object", detail: object[1] };
  }
  return null;
}
