import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { latin1Bytes, readAsLatin1, readAsWindows1252, windows1252Bytes } from "../text/bytes";
import { RARE, SELDOM } from "../weights";

export const secretInLatin1: Mistake = {
  id: "secret-in-latin-1",
  group: "secret",
  answerTells: "name",
  title: "The secret’s characters beyond ASCII were written in another charset than UTF-8.",
  why: "Java’s getBytes() and environment follow the locale, older PHP and Windows programs use Latin-1 or Windows-1252, and a bare container has plain ASCII.",
  fix: "Name UTF-8 where the secret becomes bytes, or ask the vendor for a secret in plain ASCII.",
  example: signedWithKey("grün-9", latin1Bytes("grün-9") ?? ""),
  nearMiss: signedWithKey("grün-9", "gru\u0308n-9"),
  *keys(key) {
    if (!/[^\0-\x7f]/.test(key)) return;
    const utf8 = new TextEncoder().encode(key);
    const latin1 = latin1Bytes(key);
    if (latin1) yield { value: latin1, detail: "Its bytes were Latin-1, not UTF-8." };
    const windows = windows1252Bytes(key);
    if (windows) yield { value: windows, detail: "Its bytes were Windows-1252, not UTF-8.", weight: SELDOM };
    yield { value: readAsLatin1(utf8), detail: "Its UTF-8 was taken for Latin-1 and encoded again." };
    yield {
      value: readAsWindows1252(utf8),
      detail: "Its UTF-8 was taken for Windows-1252 and encoded again.",
    };
    yield { value: key.replace(/[^\0-\x7f]/gu, "?"), detail: "Characters beyond ASCII became “?”." };
    yield { value: key.replace(/[^\0-\x7f]/g, "?"), detail: "Characters beyond ASCII became “?”." };
    yield {
      value: Array.from(utf8, (byte) => (byte < 128 ? String.fromCharCode(byte) : "?")).join(""),
      detail: "Bytes beyond ASCII became “?”.",
    };
    yield {
      value: Array.from(utf8, (byte) => (byte < 128 ? String.fromCharCode(byte) : "\ufffd")).join(""),
      detail: "Bytes beyond ASCII became U+FFFD.",
    };
    yield { value: key.replace(/[^\0-\x7f]/gu, "\ufffd"), detail: "Characters beyond ASCII became U+FFFD." };
    yield { value: key.replace(/[^\0-\x7f]/gu, ""), detail: "Characters beyond ASCII were dropped." };
    yield {
      value: Uint8Array.from(key, (char) => char.charCodeAt(0) & 255),
      detail: "Of each character the low byte alone was kept.",
      weight: RARE,
    };
    yield {
      value: key.normalize("NFD").replace(/\p{M}/gu, ""),
      detail: "Accents were dropped.",
      weight: SELDOM,
    };
  },
};
