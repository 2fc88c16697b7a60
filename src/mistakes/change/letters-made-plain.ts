import { escapeText } from "../../signing/escapes";
import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { characterWords } from "../text/characters/foreign-words";
import { plainly } from "../text/characters/plain-characters";
import { PLAIN_LETTERS } from "../text/characters/plain-letters";
import { percentDecode } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

export const lettersMadePlain: Mistake = {
  id: "letters-made-plain",
  group: "change",
  title: "Letters beyond ASCII were signed as plain ones.",
  why: "Either the code that signs makes plain names, as functions for slugs, iconv’s TRANSLIT and WordPress’s remove_accents do, and the URL has the text itself; or such letters came into the URL after signing. The digits fit both.",
  fix: "Make each name plain first or not at all, then sign the text that is sent.",
  example: {
    url: `${HOST}/f%C3%B6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/fohr.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/f%C3%B6hr.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/fhr.jpg?width=200",
  },
  *alone(url, { rule }) {
    for (const letters of PLAIN_LETTERS) {
      for (const write of [escapeText, (chars: string) => chars])
        yield* wholesOf(
          madePlain(url, (text) => plainly(text, letters, write)),
          rule,
        );
      yield* wholesOf(
        madePlain(url, (text) => decoded(plainly(text, letters)), " And decoded."),
        rule,
      );
    }
  },
};

const MOST_TOLD = 3;

type Plainly = ReturnType<typeof plainly>;

const decoded = ({ text, pairs }: Plainly): Plainly => ({ text: percentDecode(text), pairs });

/** The URL with plain letters in its query, its path, or both. @param more what else was done */
function* madePlain(url: UrlText, made: (text: string) => Plainly, more = ""): Generator<Variant<UrlText>> {
  const { pairs } = made(`${url.path}?${url.query ?? ""}`);
  if (pairs.size === 0) return;
  const told = [...pairs]
    .slice(0, MOST_TOLD)
    .map(([sent, signed]) =>
      signed === ""
        ? `${characterWords(sent)} was sent and not signed`
        : `${characterWords(sent)} was sent where “${signed}” was signed`,
    );
  const rest = pairs.size > MOST_TOLD ? `; and ${pairs.size - MOST_TOLD} more` : "";
  const text = `${told.join("; ")}${rest}.${more}`;
  const detail = text.charAt(0).toUpperCase() + text.slice(1);
  yield* inQueryAndPath(url, (part) => made(part).text, detail, more === "" ? USUAL : SELDOM);
}
