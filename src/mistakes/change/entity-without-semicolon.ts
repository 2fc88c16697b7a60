import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import { cutUrl, joinUrl } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { ENTITIES_WITHOUT_SEMICOLON } from "../text/characters/entities";
import { LIKELY, SELDOM } from "../weights";

export const entityWithoutSemicolon: Mistake = {
  id: "entity-without-semicolon",
  group: "change",
  undoes: true,
  damages: true,
  title: "The beginning of a parameter’s name was read as an entity of HTML.",
  why: "HTML knows some entities without “;”: a browser or an editor that reads “&region=” as HTML makes “®ion=” of it, and “×tamp=” of “&timestamp=”.",
  fix: "Write “&amp;” for “&” where a URL stands in HTML, or put another parameter in that place.",
  example: {
    url: `${HOST}/a.jpg?w=200®ion=eu&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?w=200&region=eu",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?w=200®ion=eu&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?w=200&rregion=eu",
  },
  *urls(url) {
    const found = [...withEntities(url)];
    yield* found;
    // Two entities at once have one cause.
    for (const { value } of found)
      for (const twice of withEntities(value)) yield { value: twice.value, weight: SELDOM };
  },
};

/** As it stands, and as a browser escapes it; a plain “&” is no trace of an entity. */
function spellings(char: string): string[] {
  if (char === "&") return [];
  const escaped = escapeText(char);
  return [...new Set([char, escaped, escaped.toLowerCase()])];
}

const SENT = ENTITIES_WITHOUT_SEMICOLON.flatMap(([name, char]) =>
  spellings(char).map((sent) => ({ name, char, sent })),
);

/** All of them, and each alone where there are several. */
function* withEntities(url: UrlText): Generator<Variant<UrlText>> {
  const text = joinUrl({ ...url, origin: "" });
  const cut = (whole: string) => ({ ...cutUrl(whole), origin: url.origin });
  for (const { name, char, sent } of SENT) {
    if (!text.includes(sent)) continue;
    const parts = text.split(sent);
    if (parts.length > 20) continue;
    const read = char.trim() === "" || char === "\u00ad" ? "a character that cannot be seen" : `“${char}”`;
    const detail = `“&${name}” became ${read}.`;
    yield { value: cut(parts.join(`&${name}`)), detail, weight: LIKELY };
    for (let at = 1; at < parts.length && parts.length > 2; at++)
      yield {
        value: cut(`${parts.slice(0, at).join(sent)}&${name}${parts.slice(at).join(sent)}`),
        detail,
        weight: LIKELY,
      };
  }
}
