import { cutQuery } from "../../signing/url-text";
import type { Facts, Mistake, Scope, Variant } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { LESS_USUAL, RARE, USUAL } from "../weights";

export const signedWithSignature: Mistake = {
  id: "signed-with-signature",
  group: "scope",
  title: "An old {signature} was still there when the URL was signed again.",
  why: "Mostly a URL that was signed already is signed once more, and then the new {signature} added or put in its place.",
  fix: "Remove the {signature} before signing, or sign only once.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&signature={}` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}&signature=` },
  *scopes(facts) {
    yield* withOldSignature(facts);
  },
  *resigned(message, signature, { signatureNames }) {
    const joint = message.includes("?") || (message.includes("=") && !message.startsWith("/")) ? "&" : "?";
    const [own] = signatureNames;
    for (const name of signatureNames)
      yield { value: `${message}${joint}${name}=${signature}`, weight: name === own ? USUAL : LESS_USUAL };
    const at = message.indexOf("?") + 1;
    if (at > 0 || joint === "&")
      yield { value: `${message.slice(0, at)}${own}=${signature}&${message.slice(at)}`, weight: LESS_USUAL };
    yield { value: message + signature, detail: "It stood at the end without its name.", weight: RARE };
    const link = /^((?:[^?]*\/)?v1\/[^/?]+\/)([^/?]+(?:\?.*)?)$/s.exec(message);
    if (link) yield { value: `${link[1]}${signature}/${link[2]}` };
  },
};

/** The pasted URL with only its last signature removed, where it has another. */
function* withOldSignature({ request, rule, signatureNames: [own] }: Facts): Generator<Variant<Scope>> {
  if (request.typed.query === null) return;
  const parameters = cutQuery(request.typed.query);
  const last = parameters.findLastIndex(({ name }) => name === own);
  if (last < 0 || parameters.findIndex(({ name }) => name === own) === last) return;
  const texts = parameters.map(({ text }) => text);
  const query = texts.toSpliced(last, 1).join("&");
  yield { value: (url) => rule({ ...url, query }) };
  yield { value: (url) => rule({ ...url, query: texts.slice(0, last).join("&") }) };
  const old = parameters.find(({ name }) => name === own)?.text ?? "";
  yield {
    value: (url) => rule({ ...url, query: url.query === null ? old : `${url.query}&${old}` }),
    weight: LESS_USUAL,
  };
}
