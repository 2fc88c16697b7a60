import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { LIKELY, USUAL } from "../weights";

const COLOUR = `${HOST}/a.jpg?background=%23fff&width=200&signature={}`;

export const stringCutAtHash: Mistake = {
  id: "string-cut-at-hash",
  group: "scope",
  title: "The string that was signed ended where the URL has “%23”, which is a “#”.",
  why: "Parsers take all that follows a “#” for the fragment, so a colour or a selector that is not yet escaped cuts off the rest. Where nothing comes after that value, it may as well have been signed shorter or empty.",
  fix: "Sign the value that is sent, and write its “#” as “%23” before the URL is parsed.",
  example: { url: COLOUR, secret: SECRET, signed: "/a.jpg?background=" },
  nearMiss: { url: COLOUR, secret: SECRET, signed: "/a.jpg?" },
  *messages(message) {
    const places = Array.from(message.matchAll(/%23/g), ({ index }) => index);
    for (const [number, at] of places.slice(0, 4).entries())
      if (at > 0) yield { value: message.slice(0, at), weight: number === 0 ? LIKELY : USUAL };
  },
};
