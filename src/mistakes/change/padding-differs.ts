import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { inValues } from "../text/respell";
import { wholesOf } from "../text/whole";
import { OFTEN, USUAL } from "../weights";

export const paddingDiffers: Mistake = {
  id: "padding-differs",
  group: "change",
  isDoneBySigners: true,
  title: "The “=” at the end of a value was sent and not signed, or the other way round.",
  why: "Base64 ends in “=” or “==” where its length asks for it. base64url, rtrim($value, '=') and libraries for tokens leave them out, and proxies and parsers that split at every “=” lose them, as does code that drops an “=” with nothing behind it.",
  fix: "Write each value once, with its “=” or without, then sign that text and send it.",
  example: { url: `${HOST}/a.jpg?text=SGkh%3D&signature={}`, secret: SECRET, signed: "/a.jpg?text=SGkh" },
  nearMiss: { url: `${HOST}/a.jpg?text=SGkh%3D&signature={}`, secret: SECRET, signed: "/a.jpg?text=SGk" },
  *urls(url) {
    const detail = "It was signed without them.";
    yield* inValues(url, (text) => text.replace(PADDED, "$1"), detail, OFTEN);
  },
  *alone(url, { rule }) {
    yield* wholesOf(padded(url), rule);
  },
};

/** The values that may be base64 with the “=” that their length asks for. */
function* padded(url: UrlText): Generator<Variant<UrlText>> {
  for (const equals of ["%3D", "=", "%3d"]) {
    const pad = (text: string) =>
      IS_BASE64.test(text) ? text + equals.repeat((4 - (lengthOf(text) % 4)) % 4) : text;
    yield* inValues(url, pad, "It was signed with them.", USUAL);
  }
}

const PADDED = /^((?:[\w+/-]|%2[BF])+)(?:=|%3D){1,2}$/i;
const IS_BASE64 = /^(?:[\w+/-]|%2[BF]){6,}$/i;

const lengthOf = (text: string) => text.replaceAll(/%2[BF]/gi, "+").length;
