import type { Mistake } from "../../mistakes/mistake";
import { baresPercent } from "../../mistakes/text/bare-percent";
import { losesRest } from "../../mistakes/text/values/own-ampersand";
import { uncutText } from "../../schemes/notes";
import { readPaste } from "../../signing/read-paste";
import type { SigningRequest, UrlText } from "../../signing/types";
import { cutUrl, joinUrl } from "../../signing/url-text";
import type { Case } from "../case";
import type { Diagnosis, Explained } from "../diagnosis";
import { urlThatWasSigned } from "../explanation/on-the-way";
import { signedUrl } from "./signed-url";

/**
 * The diagnosis with the right URL, where the one that was sent was damaged on its way, or a “#” cuts off a part of it: signing
 * that one anew would sign the damage. It is the whole and undamaged one, signed with the entered secret. Where what was sent is not likely
 * what is meant, it is the one that was signed.
 */
export async function withCorrection(
  found: Case,
  mistakes: readonly Mistake[],
  diagnosis: Diagnosis,
): Promise<Diagnosis> {
  if (diagnosis.state !== "explained" || found.input.secret === "") return diagnosis;
  const damages = mistakes.flatMap((mistake) => {
    const told = diagnosis.mistakes.find(({ id }) => id === mistake.id);
    return told && mistake.damages ? [{ mistake, detail: told.detail }] : [];
  });
  // What was signed has the “#”, too: it has cut off nothing.
  const whole = diagnosis.repaired?.includes("#") ? null : wholeOf(found, diagnosis.signed);
  const mayBeSigned = diagnosis.repaired !== null && diagnosis.mistakes.some(({ mayBeMeant }) => mayBeMeant);
  const isDamaged = diagnosis.mistakes.some(({ isDamage }) => isDamage);
  if (damages.length === 0 && !whole && !mayBeSigned && !isDamaged) return diagnosis;
  const sent = found.request.unsigned;
  if (!whole && diagnosis.repaired !== null)
    return losesRest(sent, cutUrl(diagnosis.repaired))
      ? diagnosis
      : { ...diagnosis, corrected: diagnosis.repaired };
  const unsigned = damages.reduce(
    (url, { mistake, detail }) => undamaged(url, mistake, detail, found),
    whole ?? (isDamaged ? beforeIt(found, diagnosis) : null) ?? sent,
  );
  if (joinUrl(unsigned) === joinUrl(sent) || losesRest(sent, unsigned)) return diagnosis;
  const corrected = await signedUrl(found, unsigned);
  return corrected === null ? diagnosis : { ...diagnosis, corrected };
}

/** The URL before it was changed, where another mistake came with that. */
function beforeIt(found: Case, { beforeChange }: Explained): UrlText | null {
  return beforeChange === undefined ? null : urlThatWasSigned(found, beforeChange);
}

/**
 * The URL of which a “#” or an “&” that was not escaped has cut off a part, with all of it; `null` where nothing was. That an
 * “&” did is certain only where the whole was signed, and that a “#” behind an address did, where it was signed with it.
 */
function wholeOf({ scheme, request, facts, input }: Case, signed: string | null): UrlText | null {
  const escaped = facts
    .notes()
    .flatMap(({ kind, rewrite }) => (rewrite && /^unescaped-/.test(kind) ? [rewrite.text] : []));
  const read = (text: string) => readPaste(scheme, text, input.settings).request;
  const { fragment } = request.unsigned;
  const isWithFragment = Boolean(fragment) && signed?.endsWith(`#${fragment}`);
  const isWhole = ({ unsigned, signingString }: SigningRequest) =>
    signingString === signed || (isWithFragment && unsigned.fragment === null);
  const wholes = escaped.map(read).filter((whole) => whole.ok && isWhole(whole.value));
  const uncut = uncutText(request);
  const [whole = uncut === undefined ? undefined : read(uncut)] = wholes;
  return whole?.ok ? whole.value.unsigned : null;
}

/** The URL before the damage: in the way that is told, else in the first that changes anything. */
function undamaged(
  url: UrlText,
  { before, urls }: Mistake,
  detail: string | undefined,
  { facts }: Case,
): UrlText {
  if (before) return before(url);
  const ways = [...(urls?.(url, facts) ?? [])].filter(
    ({ value, telling }) =>
      joinUrl(value) !== joinUrl(url) &&
      !baresPercent(url, value) &&
      !telling?.isUnwanted &&
      !telling?.isDoubtful,
  );
  const told = ways.find((way) => way.detail !== undefined && detail?.includes(way.detail));
  return (told ?? ways[0])?.value ?? url;
}
