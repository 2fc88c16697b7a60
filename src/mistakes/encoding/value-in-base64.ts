import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { fromBase64, toBase64 } from "../text/bytes";
import { encodeLike, SPELLINGS } from "../text/encoders";
import { percentDecode } from "../text/escapes";
import { placesOf } from "../text/places";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

const ADDRESS = `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&signature={}`;

export const valueInBase64: Mistake = {
  id: "value-in-base64",
  group: "encoding",
  title: "A value was signed in base64 but sent as text, or the other way round.",
  why: "imgix, imgproxy and others take addresses in base64, so code for them may have made one of the two strings.",
  fix: "Build the query once, with each value percent-encoded, sign it, and send the same text.",
  example: {
    url: ADDRESS,
    secret: SECRET,
    signed: "/?src=aHR0cHM6Ly9hLmV4YW1wbGUvYi5wbmc",
  },
  nearMiss: {
    url: ADDRESS,
    secret: SECRET,
    signed: "/?src=aHR0cHM6Ly9hLmV4YW1wbGUvYi5qcGc",
  },
  *alone(url, { rule }) {
    yield* wholesOf(otherwise(url), rule);
  },
};

function* otherwise(url: UrlText): Generator<Variant<UrlText>> {
  for (const { name, units, put } of placesOf(url)) {
    const sent = percentDecode(units.join(""));
    if (sent.length < FEWEST_CHARACTERS) continue;
    const base64 = toBase64(sent);
    const urlSafe = base64.replaceAll("+", "-").replaceAll("/", "_");
    const writings = [
      urlSafe.replace(/=+$/, ""),
      base64,
      encodeURIComponent(base64),
      urlSafe,
      base64.replace(/=+$/, ""),
    ];
    for (const text of new Set(writings))
      yield { value: put(text), detail: `“${name}” was signed in base64.`, weight: USUAL };
    const plain = plainOf(sent);
    if (plain !== null)
      for (const spelling of SPELLINGS.slice(0, MOST_SPELLINGS))
        yield {
          value: put(encodeLike(spelling, plain)),
          detail: `“${name}” was sent in base64.`,
          weight: SELDOM,
        };
  }
}

/** Shorter values are numbers and words, which nobody writes in base64. */
const FEWEST_CHARACTERS = 8;
const MOST_SPELLINGS = 8;

/** The text that base64 stands for; `null` where it stands for none. */
function plainOf(text: string): string | null {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return null;
  const bytes = fromBase64(text);
  const plain = bytes && new TextDecoder().decode(bytes);
  return plain && /^[\x20-\x7e\u00a0-\ufffc]+$/.test(plain) ? plain : null;
}
