import { escapeText } from "../../signing/escapes";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { decodeBeyondAscii, percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { FAR_LESS_LIKELY, MUCH_LESS_LIKELY, OFTEN, SELDOM } from "../weights";

export const unicodeNormalisation: Mistake = {
  id: "unicode-normalisation",
  group: "encoding",
  title: "Accented letters were signed in another Unicode form.",
  why: "macOS file names and some input methods write “é” as “e” and an accent (NFD), most other software as one character (NFC).",
  fix: "Normalise names to NFC before the URL is built and signed.",
  example: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe%CC%81.jpg" },
  nearMiss: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe.jpg" },
  *urls(url) {
    if (!/%[c-f][0-9a-f]/i.test(url.path + (url.query ?? ""))) return;
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const) {
      const weight = form.length > 3 ? SELDOM : OFTEN;
      const raw = (text: string) => decodeBeyondAscii(text).normalize(form);
      const detail = `As ${form} when it was signed.`;
      yield* inQueryAndPath(url, (text) => raw(text).replace(/[^ -~]+/g, escapeText), detail, weight);
      yield* inQueryAndPath(
        url,
        (text) => raw(text).replace(/[^ -~]+/g, (run) => escapeText(run).toLowerCase()),
        detail,
        weight + MUCH_LESS_LIKELY,
      );
      yield* inQueryAndPath(url, raw, `${detail} And not encoded.`, weight + FAR_LESS_LIKELY);
      yield* inQueryAndPath(
        url,
        (text) => percentDecode(text).normalize(form),
        `${detail} And decoded.`,
        weight + FAR_LESS_LIKELY,
      );
    }
  },
};
