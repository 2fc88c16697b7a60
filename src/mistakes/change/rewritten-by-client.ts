import { isSentAs } from "../../signing/clients/who-sends";
import type { UrlText } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import type { Facts, Message, Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { unsentSpellings } from "../text/unsent";
import { SELDOM } from "../weights";

export const rewrittenByClient: Mistake = {
  id: "rewritten-by-client",
  group: "change",
  namesSenders: true,
  title: "An HTTP client sent the URL otherwise than it was signed.",
  why: "Some HTTP clients escape characters, resolve “..” or change the case of escapes before they send a URL, each in its own way.",
  fix: "Sign the form that every client sends alike, or have this one send the URL as it stands.",
  example: {
    url: `${HOST}/a.jpg?src=https://x.test/%7Cb%2Bc&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?src=https%3a%2f%2fx.test%2f|b%2bc",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?src=https://x.test/%7Cb%2Bc&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?src=https%3a%2f%2fx.test%2f|b+c",
  },
  alone: beforeClients,
};

/** What may have been signed so that a known client makes this URL of it: each is verified by what the client sends. */
function* beforeClients(url: UrlText, { rule }: Facts): Generator<Variant<Message>> {
  const arrived = joinUrl(url);
  for (const made of unsentSpellings(url))
    if (isSentAs(joinUrl(made), arrived)) yield { value: rule(made), weight: SELDOM };
}
