import type { LinkedCase } from "../../session/address/link";
import type { State } from "../../session/state";
import type { SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { addressOf } from "../share/address";

/** The case as a request brings it: the URL alone, for anything may stand around it in the paste. */
function askedCase({ scheme, hash }: State, { typed }: SigningRequest): LinkedCase {
  return {
    scheme: scheme.id,
    url: joinUrl(typed),
    ...(hash !== scheme.hashes[0] && { hash }),
    ask: "1",
  };
}

/**
 * What to send to whoever has the secret. Whether the signature is right nobody knows here, unless no secret makes it so.
 * @param page the address of the playground as it is open now
 */
export function writeRequest(
  state: State,
  request: SigningRequest,
  page: string,
  isImpossible: boolean,
): string {
  const { label, secretLabel, signatureWord } = state.scheme;
  const why = isImpossible
    ? `This ${label} ${signatureWord} cannot be valid, whatever the ${secretLabel} is. The page below shows why, and with the ${secretLabel} it signs the URL as it should be.`
    : `To check this ${label} ${signatureWord}, one thing is missing that only you have: the ${secretLabel}.`;
  return [
    why,
    `Please do not send the ${secretLabel} to anyone. Open this page and enter it there:`,
    "",
    addressOf(page, "", askedCase(state, request)),
    "",
    "Your secret stays in your browser: it is not stored and not sent.",
    "Then press “Copy answer” on that page and send us the text. It says what was found, and has no character of the secret in it.",
  ].join("\n");
}
