import type { UrlText } from "../../signing/types";
import type { Facts, Message, Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { latin1Bytes } from "../text/bytes";
import { CHARSETS } from "../text/characters/charsets";
import { decodeBeyondAscii, percentDecode } from "../text/escapes";
import { mapValues } from "../text/respell";
import { LIKELY, SELDOM, USUAL } from "../weights";

export const stringInAnotherCharset: Mistake = {
  id: "string-in-another-charset",
  group: "encoding",
  title: "The characters beyond ASCII were signed in another charset than UTF-8.",
  why: "Older programs and Node’s “binary” take Latin-1, Python samples write encode('latin-1'), Java’s getBytes() follows the machine, ASCII knows no such character.",
  fix: "Sign the URL as it is sent, percent-encoded; where text becomes bytes, name UTF-8.",
  example: {
    url: `${HOST}/caf%C3%A9.jpg?signature={}`,
    secret: SECRET,
    signed: latin1Bytes("/café.jpg") ?? "",
  },
  nearMiss: { url: `${HOST}/caf%C3%A9.jpg?signature={}`, secret: SECRET, signed: "/café.jpg" },
  *alone(url, facts) {
    const string = facts.rule(url);
    const raw = decodeBeyondAscii(string);
    if (raw === string) return;
    yield* inCharsets(raw, "", LIKELY);
    yield* inCharsets(
      decodeBeyondAscii(facts.rule({ ...url, path: percentDecode(url.path) })),
      " The path was decoded.",
      USUAL,
    );
    yield* inCharsets(percentDecode(string), " All of it was decoded.", USUAL);
    yield* inCharsets(
      percentDecode(string.replaceAll("+", " ")),
      " All of it was decoded, “+” as a space.",
      SELDOM,
    );
    yield* rawPathOnly(url, facts);
    yield* rawValues(url, facts);
  },
};

function* inCharsets(text: string, more: string, weight: number): Generator<Variant<Message>> {
  for (const { detail, bytes } of CHARSETS) {
    const value = bytes(text);
    if (value) yield { value, detail: detail + more, weight };
  }
}

/** The values raw that have such characters, the others as they stand: as code does that escapes the address alone. */
function* rawValues(url: UrlText, { rule }: Facts): Generator<Variant<Message>> {
  if (url.query === null) return;
  const raw = (value: string) => (decodeBeyondAscii(value) === value ? value : percentDecode(value));
  const query = mapValues(url.query, raw);
  yield* inCharsets(rule({ ...url, query }), " These values were decoded.", SELDOM);
}

/** The path raw, the query as it stands: as code does that joins a decoded path to a query. */
function* rawPathOnly(url: UrlText, { rule }: Facts): Generator<Variant<Message>> {
  yield* inCharsets(rule({ ...url, path: decodeBeyondAscii(url.path) }), " Only in the path.", SELDOM);
  if (url.query !== null)
    yield* inCharsets(rule({ ...url, query: decodeBeyondAscii(url.query) }), " Only in the query.", SELDOM);
}
