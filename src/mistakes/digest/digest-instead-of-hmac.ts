import type { AnyHash, Digest, Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { RARE, SELDOM, USUAL } from "../weights";

export const digestInsteadOfHmac: Mistake = {
  id: "digest-instead-of-hmac",
  group: "digest",
  ofHmac: true,
  title: "A plain hash was computed, not an HMAC.",
  why: "Code such as sha1(secret + string) looks much the same, but an HMAC mixes in the secret in its own way.",
  fix: "Use the HMAC function: hash_hmac, hmac.new, OpenSSL::HMAC, createHmac.",
  example: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { mode: "key+message" } },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: SIGNED, digest: { mode: "swapped" } },
  *digests({ hashes }) {
    for (const hash of hashes)
      for (const [digest, detail, weight] of plainDigests(hash)) yield { value: digest, detail, weight };
  },
};

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
  "&passphrase=",
];

/** The plain digests that code computes of key and message. */
function plainDigests(hash: AnyHash): [digest: Digest, detail: string, weight: number][] {
  const list: [Digest, string, number][] = [
    [{ hash, mode: "message", joint: "" }, "Of the string alone, without a key.", USUAL],
  ];
  for (const joint of JOINTS) {
    const between = joint === "" ? "" : ` with “${joint === "\n" ? "LF" : joint}” between`;
    const weight = joint === "" ? USUAL : SELDOM;
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
    RARE,
  ]);
  return list;
}
