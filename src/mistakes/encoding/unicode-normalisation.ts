import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { decodeBeyondAscii, percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { FAR_LESS_LIKELY, MUCH_LESS_LIKELY, OFTEN, SELDOM } from "../weights";

export const unicodeNormalisation: Mistake = {
  id: "unicode-normalisation",
  group: "encoding",
  title: "Letters such as “é” were signed in another Unicode form.",
  why: "macOS file names and some input methods write “é” as “e” and an accent (NFD), most other software as one character (NFC).",
  fix: "Normalise names to NFC before the URL is built and signed.",
  example: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe%CC%81.jpg" },
  nearMiss: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/cafe.jpg" },
  *urls(url) {
    if (!/%[c-f][0-9a-f]/i.test(url.path + (url.query ?? ""))) return;
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
      for (const variant of normalised(url, form))
        yield form.length > 3 ? { ...variant, telling: OF_COMPATIBLE } : variant;
  },
};

/** What NFC and NFD do as well is told as theirs, which are the lighter. */
const OF_COMPATIBLE: Telling = {
  title: "Characters were signed in another Unicode form.",
  why: "NFKC and NFKD write plain characters for special ones, such as “fi” for “ﬁ” and “=” for “＝”. Either the code that signs writes text so, or those characters came into the URL after it was signed, as from a PDF or an input method. The digits fit both.",
  fix: "Sign the text that is sent, or send the text that was signed.",
  isDoubtful: true,
};

function* normalised(url: UrlText, form: "NFC" | "NFD" | "NFKC" | "NFKD"): Generator<Variant<UrlText>> {
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
