import type { Explained, ExplainedMistake } from "../../../diagnosis/diagnosis";
import { mayBeEntered } from "../../../diagnosis/right-url/may-be-entered";
import { besideChoices, choiceOf, signedWith, withUnset } from "./choice-remedies";
import { AS_IT_SHOULD_BE, AS_SIGNED, BY_THE_RULE, IF_CHANGED, type Remedy } from "./remedy";

/** The ways out, the one to take first. `signedUrl` is what was sent, signed with the chosen hash. Of each it is said what of it looks as if it had never been filled in. */
export function remediesOf(diagnosis: Explained, signedUrl: string): Remedy[] {
  const { choices = [], corrected, resigned } = diagnosis;
  const [first, ...more] = waysOf(diagnosis, resigned?.url ?? signedUrl);
  if (!first) return [];
  const hedged = (way: Remedy) => ({
    ...way,
    hint: way.hint === BY_THE_RULE ? IF_ACCOUNTS : `${way.hint} ${IF_ACCOUNTS}`,
  });
  const others = corrected === null ? choices.map(choiceOf) : [];
  const chosen = isOfSecret(diagnosis) ? others.map(hedged) : others;
  return [chosen.length > 0 ? besideChoices(first, choices) : first, ...more, ...chosen].map(withUnset);
}

/** The ways out by what went wrong. @param resigned what was sent, with the signature that it should have */
function waysOf(diagnosis: Explained, resigned: string): Remedy[] {
  const { corrected, repaired, mistakes } = diagnosis;
  if (corrected !== null) return waysOfDamaged(diagnosis, corrected, resigned);
  const bySecret = withThisSecret(mistakes, resigned);
  if (bySecret) return repaired === null ? [bySecret] : [{ ...SEND_AS_SIGNED, url: repaired }, bySecret];
  const isOther = repaired !== resigned || diagnosis.resigned !== undefined;
  if (repaired !== null && isOther && mistakes.every(({ cutsSignature }) => cutsSignature))
    return [{ ...SEND_WHOLE, url: repaired }];
  const isChanged = repaired !== resigned && mistakes.some(({ group }) => group === "change");
  return repaired !== null && isChanged
    ? waysOfChanged(diagnosis, repaired, resigned)
    : [wayOfSame(diagnosis, resigned)];
}

/** To sign what was damaged would sign the damage. */
function waysOfDamaged(diagnosis: Explained, corrected: string, resigned: string): Remedy[] {
  const { repaired, mistakes, digits, correctedWith } = diagnosis;
  const isCut = isCutOff(corrected, resigned);
  const mayBeMeant = mistakes.some((mistake) => mistake.mayBeMeant);
  const whole = mayBeMeant ? "The URL that was signed." : BEFORE_DAMAGE;
  const hint = isCut ? "With “%23” for the “#”, so that nothing is cut off." : whole;
  const asSigned = { words: "Send what was signed", hint, use: AS_SIGNED };
  const asSent = ofEntered(mistakes, resigned) ?? { ...SIGN_AS_SENT, url: resigned };
  if (repaired !== null) return [{ ...asSigned, url: repaired }, ...(mayBeMeant ? [asSent] : [])];
  const areAllThere = !mistakes.some(({ cutsSignature }) => cutsSignature);
  if (corrected.includes(digits) && areAllThere && !isCut)
    return [{ ...asSigned, hint: "The same digits.", url: corrected }, asSent];
  const ifAccounts = isOfSecret(diagnosis) ? IF_ACCOUNTS : "";
  const signed = correctedWith ? signedWith(correctedWith) : ifAccounts;
  const way = (words: string, hint: string) => ({
    words,
    hint: signed || hint,
    url: corrected,
    use: "Use it",
  });
  if (isCut) return [way("Sign the whole URL", hint)];
  if (!mayBeMeant || mistakes.some((told) => isOfUrl(told) && !told.mayBeMeant))
    return [way("Sign the undamaged URL", BEFORE_DAMAGE)];
  return [way(IF_CHANGED, BY_THE_RULE), { ...asSent, hint: `${asSent.hint} ${signed}`.trimEnd() }];
}

const BEFORE_DAMAGE = "The URL as it was before it was damaged.";

/** Whether what was sent differs by it from what is right, and not only what was signed or how. */
const isOfUrl = ({ group, isDamage }: ExplainedMistake) => group === "change" || isDamage === true;

/** Where only the URL was changed, the one that was signed is right, too. */
function waysOfChanged({ signed, shouldBe }: Explained, repaired: string, resigned: string): Remedy[] {
  const asBefore = { ...SEND_AS_SIGNED, url: repaired };
  // Nobody wants to sign an “&” with no parameter beside it.
  if (withoutEmpty(signed ?? "") === withoutEmpty(shouldBe)) return [asBefore];
  const hint = "The same URL, signed as it stands.";
  return [{ words: "Sign what is sent", hint, url: resigned, use: "Sign it again" }, asBefore];
}

/** What was sent stays as it is, but for its signature. */
function wayOfSame(diagnosis: Explained, resigned: string): Remedy {
  const { repaired, mistakes, wrongDigits } = diagnosis;
  const areAllThere = wrongDigits === undefined && !mistakes.some(({ cutsSignature }) => cutsSignature);
  if (repaired !== null && areAllThere)
    return {
      words: "Send it right",
      hint: "The same digits, as the vendor reads them.",
      url: repaired,
      use: AS_SIGNED,
    };
  return {
    words: isOfSecret(diagnosis) ? WITH_THIS_SECRET : AS_IT_SHOULD_BE,
    hint: howSigned(diagnosis),
    url: repaired ?? resigned,
    use: "Sign it again",
  };
}

const WITH_THIS_SECRET = "Sign it with this secret";
const IF_ACCOUNTS = "The right URL if the secret entered here is the account’s.";

const isOfSecret = ({ mistakes }: Explained) => mistakes.some(({ group }) => group === "secret");

function howSigned(diagnosis: Explained): string {
  const { resigned } = diagnosis;
  const how = resigned ? `Signed with this secret and ${resigned.hash}, which made these digits.` : "";
  if (isOfSecret(diagnosis)) return `${how} ${IF_ACCOUNTS}`.trimStart();
  return how || BY_THE_RULE;
}

/** A string without an “&” that has no parameter beside it. */
const withoutEmpty = (text: string) => text.replace(/&{2,}/g, "&").replace("?&", "?").replace(/[?&]$/, "");

const SEND_AS_SIGNED = {
  words: "Send what was signed",
  hint: "The URL as it was before the change.",
  use: AS_SIGNED,
};

const SEND_WHOLE = {
  words: "Send all of its digits",
  hint: "With the hash of which they are a part.",
  use: AS_SIGNED,
};

const SIGN_AS_SENT = {
  words: "Sign what is sent",
  hint: "If what is sent is what is meant.",
  use: "Sign it again",
  what: "URL signed as sent",
};

/** Where the mistake is in the secret alone, which of the two secrets is the account’s is for its owner to say. */
function withThisSecret(mistakes: Explained["mistakes"], url: string): Remedy | null {
  const entered = ofEntered(mistakes, url);
  if (entered || !mistakes.every(({ group }) => group === "secret")) return entered;
  return { words: WITH_THIS_SECRET, hint: IF_ACCOUNTS, url, use: "Sign it again" };
}

/** What is entered here may be the secret with something around it, with which nothing is to be signed. */
function ofEntered(mistakes: Explained["mistakes"], url: string): Remedy | null {
  return mayBeEntered(mistakes)
    ? {
        words: "Only if what is entered here is the secret",
        hint: "The same URL, signed with it as it stands.",
        url,
        use: "Sign it again",
        isDoubtful: true,
      }
    : null;
}

/** Whether the right URL has “%23” where what was sent has a “#”, which cuts off a part of it. */
export function isCutOff(corrected: string | null, resigned: string): boolean {
  return corrected !== null && resigned.includes("#") && !corrected.includes("#");
}
