import type { AnyHash, Digest, Mistake } from "./mistake";

const SECRET = "s3cretKey";
const URL_ = "https://images.example.net/photos/cat.jpg?width=200&signature={}";
const SIGNED = "/photos/cat.jpg?width=200";

/** Every hash that mistaken code uses, and its length in bytes. */
export const HASHES: readonly [hash: AnyHash, bytes: number][] = [
  ["SHA-1", 20],
  ["SHA-256", 32],
  ["MD5", 16],
  ["SHA-512", 64],
  ["SHA-384", 48],
];

/** What was computed of the right key and the right string. */
export const digestMistakes: readonly Mistake[] = [
  {
    id: "wrong-hash",
    group: "digest",
    title: "Another hash than {hash} was used.",
    why: "Most examples on the web use SHA-256, so it is easily taken by habit.",
    fix: "Pass {hash} to the HMAC function.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, digest: { hash: "SHA-256" } },
    nearMiss: { url: URL_, secret: SECRET, signed: `${SIGNED}#x`, digest: { hash: "SHA-256" } },
    *digests({ hashes }) {
      for (const [hash] of HASHES)
        if (!hashes.some((known) => known === hash))
          yield { value: { hash, mode: "hmac", joint: "" }, detail: `It was ${hash}.` };
    },
  },
  {
    id: "digest-instead-of-hmac",
    group: "digest",
    title: "A plain hash was computed, not an HMAC.",
    why: "Code such as sha1(secret + string) looks alike, but an HMAC mixes in the key in its own way.",
    fix: "Use the HMAC function: hash_hmac, hmac.new, OpenSSL::HMAC, createHmac.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, digest: { mode: "key+message" } },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, digest: { mode: "swapped" } },
    *digests({ hashes }) {
      for (const hash of hashes)
        for (const [digest, detail, weight] of plainDigests(hash)) yield { value: digest, detail, weight };
    },
  },
  {
    id: "key-and-message-swapped",
    group: "digest",
    title: "The secret and the string changed places in the HMAC.",
    why: "Languages differ: PHP and CryptoJS take the string first, Python, Ruby and Go the key.",
    fix: "Pass the secret as the key and the string as the message.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, digest: { mode: "swapped" } },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, digest: { mode: "key+message" } },
    *digests({ hashes }) {
      for (const hash of hashes) yield { value: { hash, mode: "swapped", joint: "" } };
    },
  },
];

const JOINTS = [
  "",
  ":",
  "&",
  "|",
  "-",
  ".",
  "\n",
  "?",
  "/",
  " ",
  "_",
  ",",
  "+",
  ";",
  "#",
  "&secret=",
  "&key=",
];

/** The plain digests that code computes of key and message. */
export function plainDigests(hash: AnyHash): [digest: Digest, detail: string, weight: number][] {
  const list: [Digest, string, number][] = [
    [{ hash, mode: "message", joint: "" }, "Of the string alone; the secret was not used.", 1],
  ];
  for (const joint of JOINTS) {
    const between = joint === "" ? "" : ` with “${joint === "\n" ? "LF" : joint}” between`;
    const weight = joint === "" ? 1 : 1.2;
    list.push([
      { hash, mode: "key+message", joint },
      `Of the secret followed by the string${between}.`,
      weight,
    ]);
    list.push([
      { hash, mode: "message+key", joint },
      `Of the string followed by the secret${between}.`,
      weight,
    ]);
  }
  list.push([
    { hash, mode: "key+message+key", joint: "" },
    "Of the secret, the string and the secret again.",
    1.3,
  ]);
  return list;
}
