import { createHmac } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { search } from "../search";
import { idsOf, inputOf } from "../testing";
import { readAtSight } from "./at-sight";
import { agreement, readNearTargets, readTargets } from "./targets";

const SECRET = "Lq8vR2tYw5Zk";
const STRING = "/garden/pot.jpg?width=512&mode=fit";
const digest = createHmac("sha1", SECRET).update(STRING).digest();
const hex = digest.toString("hex");
const signed = (byte: number) => (byte > 127 ? byte - 256 : byte);
/** As RFC 4648 writes five bits a digit; 160 bits need no padding. */
const base32 = (alphabet: string) =>
  (BigInt(`0x${hex}`).toString(2).padStart(160, "0").match(/.{5}/g) ?? [])
    .map((bits) => alphabet.charAt(Number.parseInt(bits, 2)))
    .join("");
const words32 = Array.from({ length: 5 }, (_, at) => digest.readInt32BE(at * 4));
const printR = (values: readonly number[]) =>
  values.map((value, at) => `    [${at + 1}] => ${value}\n`).join("");
const bits = (order: (byte: string) => string) =>
  Array.from(digest, (byte) => order(byte.toString(2).padStart(8, "0"))).join("");
const typedMap = new Uint8Array(digest).map((byte) => Number(byte.toString(16).padStart(2, "0")));
const named = (signature: string) =>
  idsOf(`https://a.example.net${STRING}&signature=${signature}`, { secret: SECRET });
const diagnosed = (signature: string) =>
  search(inputOf(`https://a.example.net${STRING}&signature=${signature}`, { secret: SECRET }));

/** What the languages themselves print, each as its own manual shows it. */
test.each<[string, string, string]>([
  ["PHP raw_output, urlencode", "signature-as-raw-bytes", hex.replace(/../g, (d) => `%${d.toUpperCase()}`)],
  [
    "Python quote(digest)",
    "signature-as-raw-bytes",
    escape(digest.toString("latin1")).replaceAll("/", "%2F"),
  ],
  ["Node digest('latin1')", "signature-as-raw-bytes", encodeURIComponent(digest.toString("latin1"))],
  ["Python str(digest)", "signature-as-raw-bytes", encodeURIComponent(`b'${hex.replace(/../g, "\\x$&")}'`)],
  ["Python int(hex, 16)", "signature-in-decimal", BigInt(`0x${hex}`).toString()],
  ["CryptoJS words", "signature-in-decimal", words32.join(",")],
  [
    "JSON of CryptoJS’ words",
    "signature-in-decimal",
    encodeURIComponent(JSON.stringify({ words: words32, sigBytes: 20 })),
  ],
  [
    "console.log of them",
    "signature-in-decimal",
    encodeURIComponent(`{ words: [ ${words32.join(", ")} ], sigBytes: 20 }`),
  ],
  [
    "PHP print_r of unpack('N*')",
    "signature-in-decimal",
    encodeURIComponent(`Array\n(\n${printR(words32.map((one) => one >>> 0))})\n`),
  ],
  [
    "PHP print_r of unpack('C*')",
    "signature-in-decimal",
    encodeURIComponent(`Array\n(\n${printR([...digest])})\n`),
  ],
  [
    "Java ShortBuffer",
    "signature-in-decimal",
    Array.from({ length: 10 }, (_, at) => digest.readInt16BE(2 * at)).join(",+"),
  ],
  ["sjcl words, toString(16)", "signature-in-decimal", words32.map((one) => one.toString(16)).join("")],
  ["sjcl words, joined", "signature-in-decimal", words32.join("")],
  [
    "C words, 0x%08x",
    "signature-in-decimal",
    words32.map((one) => `0x${(one >>> 0).toString(16).padStart(8, "0")}`).join(","),
  ],
  [
    "Python str(bytearray)",
    "signature-as-raw-bytes",
    encodeURIComponent(`bytearray(b'${hex.replace(/../g, "\\x$&")}')`),
  ],
  ["Perl unpack 'B*'", "signature-in-another-base", bits((byte) => byte)],
  ["Perl unpack 'b*'", "signature-in-another-base", bits((byte) => [...byte].toReversed().join(""))],
  ["Perl unpack 'h*'", "signature-bytes-reversed", hex.replace(/(.)(.)/g, "$2$1")],
  ["rev", "signature-bytes-reversed", [...hex].toReversed().join("")],
  ["Swift’s description of an HMAC", "signature-with-prefix", `HMAC%20with%20SHA1%3A%20${hex}`],
  ["Swift’s print of an optional", "signature-with-prefix", encodeURIComponent(`Optional("${hex}")`)],
  [
    "openssl dgst of a file",
    "signature-with-prefix",
    encodeURIComponent(`HMAC-SHA1(/tmp/string.txt)= ${hex}`),
  ],
  ["openssl dgst -r", "signature-with-prefix", encodeURIComponent(`${hex} *stdin`)],
  [
    "openssl dgst -c",
    "signature-with-prefix",
    encodeURIComponent(`SHA2-1(a.txt)= ${hex.replace(/..(?=.)/g, "$&:")}`),
  ],
  [
    "a word before pairs",
    "signature-with-prefix",
    encodeURIComponent(`made ${hex.replace(/..(?=.)/g, "$&:")}`),
  ],
  ["PHP serialize", "signature-with-prefix", encodeURIComponent(`s:40:"${hex}";`)],
  [
    "JSON with the signature",
    "signature-with-prefix",
    encodeURIComponent(JSON.stringify({ signature: hex, ok: true })),
  ],
  ...["-", ":", ".", "_", ";", "/"].map((sign): [string, string, string] => [
    `groups parted by “${sign}”`,
    "signature-with-prefix",
    hex.replace(/.{8}(?=.)/g, `$&${sign}`),
  ]),
  [
    "a UUID and what is left",
    "signature-with-prefix",
    hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
  ],
  ["raw bytes, encoded twice", "signature-as-raw-bytes", hex.replace(/../g, "%25$&")],
  ["JavaScript parseInt(hex, 16)", "signature-in-decimal", encodeURIComponent(String(Number(`0x${hex}`)))],
  ["PHP hexdec", "signature-in-decimal", Number(`0x${hex}`).toPrecision(14).replace("e+", "E%2B")],
  ["base64 of base64", "signature-in-base64", encodeURIComponent(btoa(digest.toString("base64")))],
  [
    "base64 in JSON for HTML",
    "signature-in-base64",
    encodeURIComponent(digest.toString("base64").replace("=", "\\u003d")),
  ],
  [
    "base64 in HTML",
    "signature-in-base64",
    encodeURIComponent(digest.toString("base64").replace("=", "&#61;")),
  ],
  ["R’s print", "signature-with-prefix", encodeURIComponent(`[1] "${hex}"`)],
  ["a coloured terminal", "signature-with-prefix", `%1B%5B32m${hex}%1B%5B0m`],
  ["Rails’ verifier", "signature-with-prefix", `eyJ3Ijo5NjB9--${hex}`],
  ["a slash of a CMS", "signature-with-prefix", `${hex}/`],
  ["a byte order mark before it", "signature-with-prefix", `%EF%BB%BF${hex}`],
  [
    "zero-width spaces in it",
    "signature-with-prefix",
    `${hex.slice(0, 20)}%E2%80%8B${hex.slice(20)}%E2%80%8B`,
  ],
  ["digits joined on", "signature-with-prefix", `3f0a9c1e77b24d589e61c0ffee12ab34${hex}`],
  ["itself joined on", "signature-with-prefix", hex + hex],
  ["JavaScript map() of a Uint8Array", "signature-in-decimal", typedMap.join("")],
  ["the same, printed", "signature-in-decimal", String(typedMap)],
  ["a hash’s name joined on", "signature-with-prefix", `sha1${hex}`],
  [
    "Node digest('binary'), Buffer, base64",
    "signature-bytes-as-text",
    encodeURIComponent(Buffer.from(digest.toString("latin1")).toString("base64")),
  ],
  [
    "PHP utf8_encode, bin2hex",
    "signature-bytes-as-text",
    Buffer.from(digest.toString("latin1")).toString("hex"),
  ],
  [
    "Node digest().toString(), base64",
    "signature-bytes-as-text",
    encodeURIComponent(Buffer.from(digest.toString()).toString("base64")),
  ],
  ["Ruby to_s(36)", "signature-in-another-base", BigInt(`0x${hex}`).toString(36)],
  ["Python base64.b32encode", "signature-in-another-base", base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")],
  ["Python base64.b32hexencode", "signature-in-another-base", base32("0123456789ABCDEFGHIJKLMNOPQRSTUV")],
  [
    "Perl unpack 'V5', %08x",
    "signature-bytes-reversed",
    Array.from({ length: 5 }, (_, at) =>
      digest
        .readUInt32LE(at * 4)
        .toString(16)
        .padStart(8, "0"),
    ).join(""),
  ],
  ["od -x", "signature-bytes-reversed", Buffer.from(digest).swap16().toString("hex")],
  ["od", "signature-in-decimal", [...digest].map((b) => b.toString(8).padStart(3, "0")).join("%20")],
  ["Python int.from_bytes little", "signature-bytes-reversed", Buffer.from(digest).reverse().toString("hex")],
  ["JavaScript toString(36) a byte", "signature-in-decimal", [...digest].map((b) => b.toString(36)).join("")],
  ["PHP bin2hex of hash_hmac", "signature-hex-of-text", Buffer.from(hex).toString("hex")],
  [
    "Rust {:x?}",
    "signature-in-decimal",
    encodeURIComponent(`[${[...digest].map((b) => b.toString(16)).join(", ")}]`),
  ],
  ["Go mac.Sum(message)", "signature-with-prefix", Buffer.from(STRING).toString("hex") + hex],
  ["Go %v", "signature-in-decimal", encodeURIComponent(`[${[...digest].join(" ")}]`)],
  ["JavaScript String(Uint8Array)", "signature-in-decimal", [...digest].join(",")],
  [
    "Java Arrays.toString",
    "signature-in-decimal",
    encodeURIComponent(`[${[...digest].map(signed).join(", ")}]`),
  ],
  ["JSON of a Buffer", "signature-in-decimal", encodeURIComponent(JSON.stringify(digest))],
  [
    "JSON of a Uint8Array",
    "signature-in-decimal",
    encodeURIComponent(JSON.stringify({ ...new Uint8Array(digest) })),
  ],
  [
    "Apps Script toString(16)",
    "signature-in-decimal",
    [...digest].map((b) => signed(b).toString(16)).join(""),
  ],
  [
    "Java toHexString",
    "signature-in-decimal",
    [...digest].map((b) => (signed(b) >>> 0).toString(16)).join(""),
  ],
  [
    "base64, lower-cased",
    "signature-base64-in-one-case",
    encodeURIComponent(digest.toString("base64").toLowerCase()),
  ],
  [
    "base64 in CloudFront's alphabet",
    "signature-in-base64url",
    digest.toString("base64").replaceAll("+", "-").replaceAll("/", "~").replaceAll("=", "_"),
  ],
  ["code that appends ?time", "parameter-added-after-signing", `${hex}?1790000000`],
  ["code that appends ?w=…&q=…", "parameter-added-after-signing", `${hex}?w=640&q=75`],
  ["a zero before it", "signature-as-number", `0${hex}`],
  ["a wrong digit", "signature-mistyped", `${hex.slice(0, 9)}${hex[9] === "0" ? "1" : "0"}${hex.slice(10)}`],
  ["a digit missing", "signature-mistyped", hex.slice(0, 11) + hex.slice(12)],
  ["a digit too many", "signature-mistyped", `${hex.slice(0, 11)}q${hex.slice(11)}`],
  ["the first word of openssl’s line", "signature-is-label", "HMAC-SHA1(stdin)="],
  ["the last word of the line of openssl dgst -r", "signature-is-label", "*stdin"],
  ["Java's print of a byte[]", "signature-is-printed-object", "[B@2aa3cd93"],
  ["JavaScript's print of a Promise", "signature-is-printed-object", "%5Bobject%20Promise%5D"],
  ["no value", "signature-is-empty-value", "undefined"],
])("%s is named", async (_, id, signature) => {
  expect(await named(signature)).toEqual([id]);
});

describe("a UUID made of a digest", () => {
  /** As RFC 9562 writes 16 bytes. */
  const uuid = (bytes: Uint8Array) =>
    Buffer.from(bytes.subarray(0, 16))
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const ofVersion = (bytes: Uint8Array, version: number) =>
    bytes.map((byte, at) => (at === 6 ? (byte & 15) | (version << 4) : at === 8 ? (byte & 63) | 128 : byte));
  const guid = (bytes: Uint8Array) => {
    const first = [3, 2, 1, 0, 5, 4, 7, 6].map((at) => bytes[at] ?? 0);
    return uuid(Uint8Array.from([...first, ...bytes.subarray(8)]));
  };
  it.each([
    ["Java’s new UUID(high, low)", uuid(digest), /^128 of 160 bits/],
    ["Python’s UUID(bytes=…, version=5)", uuid(ofVersion(digest, 5)), /^Version 5 .*122 of 160 bits/],
    ["Python’s UUID(…, version=4).hex", uuid(ofVersion(digest, 4)).replaceAll("-", ""), /^Version 4/],
    ["Python’s urn", `urn:uuid:${uuid(ofVersion(digest, 5))}`, /^Version 5/],
    [".NET’s new Guid(bytes)", guid(digest), /Guid writes them\. 128 of 160/],
    [".NET’s Guid of version 5", guid(ofVersion(digest, 5)), /^Version 5 .*Guid writes them\. 122/],
    [".NET’s ToString('B')", encodeURIComponent(`{${guid(digest)}}`), /Guid writes them/],
  ])("by %s is told as one mistake", async (_, signature, detail) => {
    const found = await diagnosed(signature);
    expect(found).toMatchObject({
      mistakes: [{ id: "signature-truncated", title: "The signature was made into a UUID." }],
      corrected: null,
    });
    expect(found.state === "explained" && found.mistakes[0]?.detail).toMatch(detail);
  });
  it("of another hash or in capitals is told beside that", async () => {
    const other = createHmac("sha256", SECRET).update(STRING).digest();
    expect(await named(uuid(ofVersion(other, 5)))).toEqual(["wrong-hash", "signature-truncated"]);
    expect(await named(uuid(digest).toUpperCase())).toEqual([
      "signature-in-uppercase",
      "signature-truncated",
    ]);
  });
  it.each([
    ["of other bytes", uuid(ofVersion(digest, 5)).replace(/.$/, (last) => (last === "0" ? "1" : "0"))],
    ["with six other bits", uuid(digest.map((byte, at) => (at === 7 ? byte ^ 63 : byte)))],
    ["of no version", uuid(digest.map((byte, at) => (at === 6 ? byte & 15 : byte)))],
  ])("is not told of one %s", async (_, signature) => {
    expect(readTargets(signature).every((target) => agreement(target, digest) === 0)).toBe(true);
  });
  it("is not told of digits that were only cut off, though these tell a version", async () => {
    const [string, known] = Array.from({ length: 200 }, (_, at) => {
      const one = `/a.jpg?w=${at}`;
      return [one, createHmac("sha1", SECRET).update(one).digest("hex")] as const;
    }).find(([, digits]) => /^.{12}[1-8].{3}[89ab]/.test(digits)) ?? ["", ""];
    const cut = `https://images.example.net${string}&signature=${known.slice(0, 32)}`;
    const found = await search(inputOf(cut, { secret: SECRET }));
    expect(found).toMatchObject({ mistakes: [{ title: "The signature was cut short." }] });
  });
  it("leaves other digits in such groups as they were", async () => {
    expect(await named(uuid(digest.subarray(4)))).toEqual(["signature-with-prefix", "signature-truncated"]);
    const cut = await diagnosed(hex.slice(0, 32));
    expect(cut).toMatchObject({ mistakes: [{ title: "The signature was cut short." }] });
  });
});

describe("at sight", () => {
  it.each([
    "[B@1f",
    "System.Byte[]",
    "[object ArrayBuffer]",
    "Resource id #5",
    "<Buffer 96 75 ... 18 more bytes>",
    "None",
    "%3Cnil%3E",
    "YOUR_SIGNATURE",
    "%7Bsignature%7D",
    "<your-signature-here>",
    "TODO",
    "Blob%5B20%5D",
    "SHA1(stdin)=",
    "SHA2-256(stdin)%3D",
    "(stdin)=",
    "SHA1(string.txt)=",
    "Digest::HMAC=HASH(0x55d4e8a1)",
    "table: 0x55d4e8a1",
    "<map object at 0x7f21>",
    "Instance of 'Future<Digest>'",
    "System.Threading.Tasks.Task`1[System.String]",
    "java.util.concurrent.CompletableFuture@1b2c3d4e[Not completed]",
    "java.nio.HeapByteBuffer[pos=0 lim=20 cap=20]",
    "%7B%7B%20signature%20%7D%7D",
    "%23%7Bhmac.hexdigest%7D",
    "%3C%25%3D%20signature%20%25%3E",
    "__SIGNATURE__",
    "%s",
  ])("%s is no digest", (text) => {
    expect(readAtSight(text)).not.toBeNull();
  });
  it.each([
    hex,
    digest.toString("base64"),
    "true1",
    "nullable",
    "9675accb",
    "c2lnbmF0dXJl",
    "signature1",
    `{{${hex}}}`,
    `SHA1(stdin)=${hex}`,
    "SHA1(secret+string)",
    "Blob",
    "_sIgNaTuReZ",
    "stdin",
  ])("%s may be one", (text) => {
    expect(readAtSight(text)).toBeNull();
  });
});

it.each([
  ["16 bytes", "16 of 20 bytes are left", digest.subarray(0, 16)],
  ["18 bytes", "24 of 27 characters are left", digest.subarray(0, 18)],
  ["10 bytes", "10 of 20 bytes are left", digest.subarray(0, 10)],
])("bytes cut before they were written in base64 are told: %s", async (_, detail, bytes) => {
  for (const text of [bytes.toString("base64"), bytes.toString("base64").replace(/=+$/, "")]) {
    const found = await diagnosed(encodeURIComponent(text));
    expect(found.state === "explained" && found.mistakes.at(-1)).toMatchObject({ id: "signature-truncated" });
    expect(found.state === "explained" && found.mistakes.at(-1)?.detail).toContain(detail);
  }
});

it.each([
  ["as it stands", SECRET],
  ["in base64", Buffer.from(SECRET).toString("base64")],
  ["in base64, escaped", encodeURIComponent(Buffer.from(`${SECRET}1`).toString("base64")), `${SECRET}1`],
  ["in base64 for URLs", Buffer.from("k>?>?>?>?k").toString("base64url"), "k>?>?>?>?k"],
  ["in hexadecimal", Buffer.from(SECRET).toString("hex").toUpperCase()],
])(
  "the secret in the place of the signature is known at sight %s, and no digit of it is told",
  async (_, text, secret = SECRET) => {
    const found = await search(inputOf(`https://a.example.net${STRING}&signature=${text}`, { secret }));
    expect(found).toMatchObject({ state: "explained", tried: 0, mistakes: [{ id: "signature-is-secret" }] });
    expect(JSON.stringify(found.state === "explained" && found.mistakes)).not.toContain(text);
  },
);

it.each([
  ["hexadecimal", hex, hex],
  ["base64", "ViXVbOtNRCw3EtvgEA97DS+OWhE=", "ViXVbOtNRCw3EtvgEA97DS%2BOWhE%3D"],
])("digits in %s that are entered as the secret may be the signature", async (_, secret, text) => {
  const found = await search(inputOf(`https://a.example.net${STRING}&signature=${text}`, { secret }));
  expect(found).toMatchObject({
    state: "explained",
    mistakes: [{ id: "signature-is-secret", isDoubtful: true }],
  });
  expect(found.state === "explained" && found.mistakes[0]?.title).toBe(
    "What is entered as the secret is what stands in the place of the signature.",
  );
  expect(found.state === "explained" && found.mistakes[0]?.fix).toContain("enter the secret instead");
});

/** Digests of SHA-1 and SHA-256; two bytes of each are a character of UTF-8 by chance, and none has one of three bytes. */
const DIGESTS = [
  "68c3b37f3cddfc05421954077df53640c0605405",
  "7e1758ce4184837ff9f3e036dcadab9e3733e142b37ad773e93bf6179d2b5252",
].map((digits) => Buffer.from(digits, "hex"));
const ascii = (bytes: Buffer, sign: string) => bytes.toString("latin1").replace(/[\x80-\xff]/g, sign);
const byteByByte = (bytes: Buffer) =>
  bytes
    .toString("latin1")
    .replace(/([\xc2-\xdf][\x80-\xbf])|[\x80-\xff]/g, (_, two?: string) =>
      two ? Buffer.from(two, "latin1").toString() : "\ufffd",
    );

describe("bytes that were read as a text, which many of them are not", () => {
  const ways: readonly [string, (bytes: Buffer) => string][] = [
    ["Node’s toString()", (bytes) => encodeURIComponent(bytes.toString())],
    ["the same by escape()", (bytes) => escape(bytes.toString())],
    ["Go’s loop over a string", (bytes) => encodeURIComponent(byteByByte(bytes))],
    ["Java’s US_ASCII", (bytes) => encodeURIComponent(ascii(bytes, "\ufffd"))],
    ["C#’s Encoding.ASCII", (bytes) => encodeURIComponent(ascii(bytes, "?"))],
    ["PHP’s mb_convert_encoding", (bytes) => encodeURIComponent(bytes.toString().replaceAll("\ufffd", "?"))],
    ["Python’s errors='ignore'", (bytes) => encodeURIComponent(bytes.toString().replaceAll("\ufffd", ""))],
  ];
  it.each(ways)("%s: what is left is compared, the signs for the rest in their places", (_, write) => {
    for (const bytes of DIGESTS) {
      const targets = readTargets(write(bytes));
      const [first] = targets.filter((target) => agreement(target, bytes) >= 80);
      expect(first?.forms).toMatchObject([{ id: "signature-as-raw-bytes" }]);
      // One other byte that is left, and it is no such signature.
      for (const at of [0, bytes.length - 1]) {
        const other = Buffer.from(bytes);
        other[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
        expect(targets.every((target) => agreement(target, other) === 0)).toBe(true);
      }
    }
  });
  it("says how many bytes are left", () => {
    const detail =
      "Its bytes were read as UTF-8, which not all of them are: 16 of them are left, and all of those agree.";
    expect(readTargets(encodeURIComponent(String(DIGESTS[0])))).toContainEqual(
      expect.objectContaining({ bits: 8 * 16 + 3, forms: [{ id: "signature-as-raw-bytes", detail }] }),
    );
  });
});

it("another secret in the place of the signature is none", async () => {
  const found = await search(
    inputOf(`https://a.example.net${STRING}&signature=${SECRET}9`, { secret: SECRET }),
  );
  expect(found.state).toBe("unexplained");
});

it.each([
  [
    "of a byte, as “%x” of Go and Integer.toHexString of Java",
    (bytes: Buffer) => (bytes[7] ?? 0) < 16,
    (bytes: Buffer) => Array.from(bytes, (byte) => byte.toString(16)).join(""),
  ],
  [
    "of a number of 32 bits, as CryptoJS’ words by toString(16)",
    (bytes: Buffer) => [0, 4, 8, 12].filter((at) => (bytes[at] ?? 0) < 16).length > 1,
    (bytes: Buffer) => Array.from({ length: 5 }, (_, at) => bytes.readUInt32BE(4 * at).toString(16)).join(""),
  ],
  [
    "of the whole, as new BigInteger(1, bytes).toString(16)",
    (bytes: Buffer) => (bytes[0] ?? 0) < 16,
    (bytes: Buffer) => BigInt(`0x${bytes.toString("hex")}`).toString(16),
  ],
])("lost zeros are no cut: at the front %s", async (_, isWanted, write) => {
  const [string, bytes] = digestWith(isWanted);
  const url = `https://a.example.net${string}&signature=${write(bytes)}`;
  expect(await idsOf(url, { secret: SECRET })).toEqual(["signature-without-zeros"]);
  const cut = `https://a.example.net${string}&signature=${bytes.toString("hex").slice(0, -1)}`;
  expect(await idsOf(cut, { secret: SECRET })).toEqual(["signature-truncated"]);
});

it.each<[string, (number: bigint) => string]>([
  ["Java’s new BigInteger(bytes).toString(16)", (number) => number.toString(16)],
  ["Java’s %042x of it", (number) => `-${(-number).toString(16).padStart(41, "0")}`],
  ["Java’s toString() of it", String],
  ["Python’s hex() of int.from_bytes(digest, signed=True)", (number) => `-0x${(-number).toString(16)}`],
])("a digest whose first bit became a sign is read: %s", async (_, write) => {
  const [string, bytes] = digestWith((bytes) => (bytes[0] ?? 0) > 127);
  const number = BigInt.asIntN(160, BigInt(`0x${bytes.toString("hex")}`));
  const named = async (signature: string) =>
    idsOf(`https://a.example.net${string}&signature=${signature}`, { secret: SECRET });
  expect(await named(write(number))).toEqual(["signature-as-negative-number"]);
});

/** The string and the digest of the first width with which that digest ends, or begins, in white space. */
function digestWith(isWanted: (bytes: Buffer) => boolean): [string: string, digest: Buffer] {
  for (let width = 1; ; width++) {
    const string = `/garden/pot.jpg?width=${width}`;
    const bytes = createHmac("sha1", SECRET).update(string).digest();
    if (isWanted(bytes)) return [string, bytes];
  }
}

it.each([
  [
    "at the end, by Python’s strip",
    (bytes: Buffer) => bytes[19] === 0x0a,
    (bytes: Buffer) => bytes.subarray(0, 19),
  ],
  [
    "at the start, by Ruby’s strip",
    (bytes: Buffer) => bytes[0] === 0x20,
    (bytes: Buffer) => bytes.subarray(1),
  ],
])("white space taken off the raw bytes is told: %s", async (_, isWanted, stripped) => {
  const [string, bytes] = digestWith(isWanted);
  const text = encodeURIComponent(stripped(bytes).toString("base64"));
  const ids = await idsOf(`https://a.example.net${string}&signature=${text}`, { secret: SECRET });
  expect(ids).toEqual(["signature-in-base64", "signature-truncated"]);
});

it("bytes from the middle that nothing was stripped from are none", async () => {
  const inner = digest.subarray(1, 19).toString("base64");
  expect(readTargets(inner).every((target) => agreement(target, digest) === 0)).toBe(true);
});

it.each([
  ["one", 1, `${hex.slice(0, 9)}${hex[9] === "0" ? "1" : "0"}${hex.slice(10)}`],
  ["four", 4, `${[...hex.slice(0, 4)].map((digit) => (digit === "0" ? "1" : "0")).join("")}${hex.slice(4)}`],
  ["one too many", 1, `${hex.slice(0, 11)}q${hex.slice(11)}`],
  ["none, where one is missing", 0, hex.slice(0, 11) + hex.slice(12)],
])("of a mistyped signature it is known how many digits are wrong: %s", async (_, wrongDigits, signature) => {
  expect(await diagnosed(signature)).toMatchObject({ wrongDigits });
});

it("of a right one in another form, all are right", async () => {
  expect(await diagnosed(hex.toUpperCase())).not.toHaveProperty("wrongDigits");
});

it("base64 written in hex is both", async () => {
  const signature = Buffer.from(digest.toString("base64")).toString("hex");
  expect(await named(signature)).toEqual(["signature-in-base64", "signature-hex-of-text"]);
});

it.each<[string, string[], string]>([
  [
    "its words as C’s integers of a PC",
    ["signature-in-decimal", "signature-bytes-reversed"],
    Array.from({ length: 5 }, (_, at) => digest.readInt32LE(4 * at)).join(","),
  ],
  [
    "all its bytes in base64",
    ["signature-in-base64", "signature-bytes-reversed"],
    Buffer.from(digest).reverse().toString("base64"),
  ],
  [
    "its digits in capitals",
    ["signature-in-uppercase", "signature-bytes-reversed"],
    hex.toUpperCase().replace(/(.)(.)/g, "$2$1"),
  ],
  [
    "base64 in JSON",
    ["signature-with-prefix", "signature-in-base64"],
    JSON.stringify({ mac: digest.toString("base64") }),
  ],
  [
    "base64 behind a scheme’s name",
    ["signature-with-prefix", "signature-in-base64"],
    `HMAC ${digest.toString("base64")}`,
  ],
])("two mistakes of form are told: %s", async (_, ids, text) => {
  expect(await named(encodeURIComponent(text))).toEqual(ids);
});

it.each([
  ["a digest in the middle of more digits", `0a1b${hex}0a1b`],
  [
    "one with a digit changed inside JSON",
    encodeURIComponent(
      JSON.stringify({ signature: hex.replace(/^./, (first) => (first === "0" ? "1" : "0")) }),
    ),
  ],
  ["a map() of another digest", `${typedMap.subarray(0, 19).join("")}${((typedMap[19] ?? 0) + 1) % 10}`],
  ["groups with two signs", hex.replace(/.{8}(?=.)/, "$&-").replace(/(.{8})$/, ":$1")],
  [
    "groups of another digest",
    hex.replace(/.{8}(?=.)/g, "$&-").replace(/^./, (first) => (first === "0" ? "1" : "0")),
  ],
  ["numbers of another digest", words32.map((one) => one ^ 1).join(",")],
  ["numbers too large for 32 bits", words32.map((one) => 2 ** 33 + one).join(",")],
  [
    "the digits of each pair turned, and their order",
    [
      ...Buffer.from(hex, "hex")
        .swap16()
        .toString("hex")
        .replace(/(.)(.)/g, "$2$1"),
    ].join(""),
  ],
])("what is no form of it: %s", (_, text) => {
  expect(readTargets(text).every((target) => agreement(target, digest) === 0)).toBe(true);
});

it.each([
  [`${hex}%E2%80%8B-`, "“ZWSP-” stood after it."],
  [`1790000000.${hex}%3Bq`, "“1790000000.” stood before it, “;q” after it."],
  [`${hex}00`, "“00” stood after it."],
])("what stood around it in %s is told, seen or not", async (text, detail) => {
  const found = await diagnosed(text);
  expect(found.state === "explained" && found.mistakes).toMatchObject([{ detail }]);
});

it("what a typed array’s map() has left of few bits is compared with the right digits alone", async () => {
  const [string, bytes] = digestWith(
    (bytes) => [...bytes].filter((byte) => /^\d\d$/.test(hexOf(byte))).length === 7,
  );
  const left = new Uint8Array(bytes).map((byte) => Number(hexOf(byte))).join("");
  expect(readTargets(left).flatMap(({ forms }) => forms)).toEqual([]);
  const url = `https://a.example.net${string}&signature=${left}`;
  expect(await idsOf(url, { secret: SECRET })).toEqual(["signature-in-decimal"]);
  expect(readNearTargets(left).every((target) => agreement(target, digest) === 0)).toBe(true);
});

const hexOf = (byte: number) => byte.toString(16).padStart(2, "0");

/** As Python 3 writes the digest above, run. */
it.each([
  ["b85encode", "Rtf1XHV3XL+OE$A3Yt$+3Fiwd"],
  ["a85encode", '<XJ"B2@$B6g9/a+$CXag$0M[H'],
  ["a85encode for Adobe", '<~<XJ"B2@$B6g9/a+$CXag$0M[H~>'],
])("base 85 is read: %s", async (_, text) => {
  expect(await named(encodeURIComponent(text))).toEqual(["signature-in-another-base"]);
  const other = readTargets(encodeURIComponent(text.replace("M", "N").replace("d", "e")));
  expect(other.every((target) => agreement(target, digest) === 0)).toBe(true);
});

it("a number with a floating point is compared with the right digits alone, all of its own", () => {
  const agrees = (change: number) =>
    readNearTargets(encodeURIComponent((Number(`0x${hex}`) * (1 + change)).toPrecision(15))).some(
      (target) => agreement(target, digest) > 0,
    );
  expect([agrees(0), agrees(1e-13)]).toEqual([true, false]);
  expect(readTargets(Number(`0x${hex}`).toPrecision(15))).toEqual([]);
});

it.each(["sha1", "sha256"])("digits that stand twice in a row are told as that: %s", async (hash) => {
  const query = "url=a.example&width=3";
  const digits = createHmac(hash, SECRET).update(query).digest("hex");
  const url = `https://api.urlbox.com/v1/key/${digits}${digits}/png?${query}`;
  const found = await search(inputOf(url, { schemeId: "urlbox", secret: SECRET }));
  expect(found.state === "explained" && found.mistakes).toMatchObject([
    { id: "signature-with-prefix", title: "The digits of the token stood twice in a row." },
  ]);
});

it.each([
  ["one", hex.replace(/[a-f]/, (digit) => digit.toUpperCase()), /^Some digits/],
  ["the first half", hex.slice(0, 20).toUpperCase() + hex.slice(20), /^Some digits/],
  ["all", hex.toUpperCase(), /^The signature was written in upper-case digits/],
])("capitals are told as what writes them: %s", async (_, text, title) => {
  const found = await diagnosed(text);
  expect(found.state === "explained" && found.mistakes).toMatchObject([
    { id: "signature-in-uppercase", title: expect.stringMatching(title) },
  ]);
});
