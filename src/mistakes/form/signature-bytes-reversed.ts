import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";

const pairs = (hex: string) => hex.match(/../g) ?? [];

export const signatureBytesReversed: Mistake = {
  id: "signature-bytes-reversed",
  group: "form",
  title: "The {signature}’s bytes, or their digits, stood in another order.",
  why: "Code took the digest for numbers in the order of a PC’s memory, as C casts, Python’s struct “<” and Perl’s “V” do, wrote the second digit of each byte first, as unpack with “h*” does, or turned all of it round.",
  fix: "Write the digest’s bytes one by one, the first one first, each as “%02x” writes it.",
  example: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => (hex.match(/.{8}/g) ?? []).map((word) => pairs(word).reverse().join("")).join(""),
  },
  nearMiss: {
    url: PHOTO_URL,
    secret: SECRET,
    signed: SIGNED,
    form: (hex) => pairs(hex.slice(2) + hex.slice(0, 2)).join(""),
  },
};
