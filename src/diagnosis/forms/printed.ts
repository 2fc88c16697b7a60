type Printed = readonly (readonly [pattern: RegExp, detail: string])[];

/** How languages print a value that holds a digest, and no digit of it. */
export const OBJECTS: Printed = [
  [/^\[B@[\da-f]+$/i, "Java writes a byte[] like this: its type and a number, not its bytes."],
  [
    /^\[[CISJFDZ]@[\da-f]+$|^[\w.$]+@[\da-f]{5,8}(?:\[(?:Not c|C)ompleted.*\])?$|^java\.nio\.\w+\[pos=\d+ lim=\d+ cap=\d+\]$/,
    "Java writes an object like this: its type and a number, not its content.",
  ],
  [/^\[object Promise\]$/i, "It is a Promise: “await” is missing before the call that computes it."],
  [
    /^System\.Threading\.Tasks\.\S+$|^Instance of '_?Future(?:<.*>)?'$/,
    "It is what will have the digits once they are computed: “await” is missing before the call.",
  ],
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
    /^System\.(?:Byte\[\]|Security\.Cryptography\.\w+|(?:[A-Z]\w*\.)*[A-Z]\w*(?:\[\]|<\w+>\[\d+\]|`\d\[.*\])?)$/,
    "C# writes an array or an object by its type’s name, not by its content.",
  ],
  [
    /^<(?:built-in )?(?:function|method|bound method|hmac\.HMAC|sha\w* _hashlib|_hashlib|memory|coroutine)\b.*>?$/i,
    "Python writes an object or a method like this: “.hexdigest()” or its brackets are missing.",
  ],
  [/^<(?:[\w.]+ )+(?:object )?at 0x[\da-f]+>$/i, "Python writes an object like this, not its content."],
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
  [
    /^(?:[\w:]+=)?(?:HASH|ARRAY|SCALAR|CODE|REF|GLOB)\(0x[\da-f]+\)$/,
    "Perl writes a reference like this: what it refers to, and where that is in memory.",
  ],
  [
    /^(?:table|userdata): (?:0x)?[\da-f]+$/i,
    "Lua writes a value like this: its type and where it is in memory.",
  ],
  [/^Instance of '.*'$/, "Dart writes an object like this: its class, not its content."],
  [/^Blob\[\d+\]$/, "Apex writes a Blob like this: how long it is, not its bytes."],
  [/^\[BLOB - [\d.,]+ ?\w+\]$/, "phpMyAdmin writes bytes like this: how many they are, not which."],
  [/^(?:ArrayBuffer|DataView) ?\{.*\}$/s, "Node.js writes bytes for people like this, not as digits."],
  [/^\d+ bytes$/, "Swift writes Data like this: how long it is, not its bytes."],
];

/** What tools print before and behind the digits. */
export const LABELS: Printed = [
  [
    /^(?:(?:HMAC-)?(?:SHA|MD|RIPEMD|BLAKE)[\w-]*(?:\(stdin\)|\([^()\s,+]*[./][^()\s,+]*\)(?= ?=))|\(stdin\)) ?=?$/i,
    "openssl writes “SHA1(stdin)= ” or the like before the digits: they are the last word of its line.",
  ],
  [
    /^\*(?:stdin|-)$/,
    "“openssl dgst -r” and “sha1sum -b” write what they read, with “*”, behind the digits: they are the first word of the line.",
  ],
];
