import type { Mistake } from "../mistakes/mistake";
import { sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import { check, joinParts } from "../signing/sign";
import type { UrlText } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import type { Case } from "./case";
import type { Diagnosis } from "./diagnosis";

/**
 * The diagnosis with the right URL, where the one that was sent was damaged on its way: signing that one anew would sign the
 * damage. It is the undamaged one, signed with the entered secret.
 */
export async function withCorrection(
  found: Case,
  mistakes: readonly Mistake[],
  diagnosis: Diagnosis,
): Promise<Diagnosis> {
  if (diagnosis.state !== "explained" || found.input.secret === "") return diagnosis;
  const damages = mistakes.filter(
    ({ id, damages }) => damages && diagnosis.mistakes.some((told) => told.id === id),
  );
  if (damages.length === 0) return diagnosis;
  const { scheme, request, facts } = found;
  const unsigned = damages.reduce((url, mistake) => undamaged(url, mistake, found), request.unsigned);
  const signature = await sign(facts.hash, found.input.secret, scheme.signingString(unsigned));
  const url = joinParts(scheme.assemble({ ...request, unsigned }, signature));
  const again = readPaste(scheme, url, found.input.settings).request;
  const isRight = again.ok && check(again.value, signature) === "valid";
  return isRight ? { ...diagnosis, corrected: url } : diagnosis;
}

function undamaged(url: UrlText, { before, urls }: Mistake, { facts }: Case): UrlText {
  if (before) return before(url);
  for (const { value } of urls?.(url, facts) ?? []) if (joinUrl(value) !== joinUrl(url)) return value;
  return url;
}
