import { vendorWords } from "../../diagnosis/explanation/vendor-words";
import type { Fact, Grade, SignedCase } from "../../diagnosis/known/fact";
import { ownFacts } from "../../diagnosis/known/facts";
import { mistakesOf } from "../../diagnosis/registry";
import { IMAGE_EXTENSION } from "../../signing/image-extension";
import { cutQuery, withoutBreaks } from "../../signing/url-text";
import { groupDigits } from "../../signing/wording/group-digits";
import { isHidden, NEEDS_SECRET, OTHER_SERVICE, SAME_SIGNATURE } from "./ids";

/** What is known of a group of signed URLs without their secret. */
export interface KnownCause {
  readonly id: string;
  /** How well it is known; `null` where nothing is. */
  readonly grade: Grade | null;
  /** True where no secret makes any of them valid. */
  readonly isImpossible: boolean;
  readonly title: string;
  /** What to do, where something is known to be done. */
  readonly fixes: readonly string[];
}

/** A cause, and what is said of this URL alone. */
export interface Told {
  readonly cause: KnownCause;
  readonly detail: string;
}

/** Titles of what no mistake of the catalogue stands for; `#` is the vendor’s word for the digits. */
const TITLES: Readonly<Record<string, string>> = {
  "signature-missing": "The place of the # is empty.",
  "signature-not-hexadecimal": "What stands in the place of the # is no hexadecimal number.",
  "signature-placeholder":
    "A placeholder stands in the place of the #: left unfilled, or written over its digits.",
  "signature-escaped": "Digits of the # are percent-encoded.",
  "signature-with-more": "More than its digits stands in the place of the #.",
  "signature-cut": "The digits of the # were probably cut.",
  "signature-hidden": "The digits of the # were probably hidden or made up.",
  "html-entities": "HTML’s spelling stands in the URL.",
  "double-encoding": "The URL was probably percent-encoded twice.",
  trackers: "Trackers were probably added after signing.",
};

/** What is true of the URLs of both: of a group no more is said than of the least of them. */
export function weaker(one: KnownCause | null, other: KnownCause): KnownCause {
  return one && other.isImpossible ? one : other;
}

/** The facts that decide a URL’s group; all of them come from its own text. */
export function readCause(signed: SignedCase): readonly Fact[] {
  return ownFacts(signed).filter(
    ({ kind, grade, impossible }) => impossible || grade === "likely" || !RIGHT.has(kind),
  );
}

/** Says that the form is right. */
const RIGHT: ReadonlySet<string> = new Set(["signature-length"]);

/** What is told of a URL by its facts; `isShared`: another string carries the same signature. */
export function causeOf(signed: SignedCase, facts: readonly Fact[], isShared: boolean): Told {
  const first = facts.find(({ impossible }) => impossible);
  if (first) {
    const told = factCause(signed, [first, ...facts.filter((fact) => isReading(first, fact))]);
    return mayBeOthers(signed) ? { ...told, cause: doubted(signed, told.cause) } : told;
  }
  if (isShared) return sharedCause(signed);
  const [likely] = facts;
  if (likely) return factCause(signed, [likely, ...facts.filter((fact) => isReading(likely, fact))]);
  return { cause: OPEN, detail: "" };
}

/**
 * Whether nothing but the name of the signature says that a URL is this vendor’s: neither its host, nor an option, nor that it asks for an
 * image. Callbacks and payments of other services are signed by a parameter of that name, too.
 */
function mayBeOthers({ scheme, request: { typed } }: SignedCase): boolean {
  if (scheme.signatureParameter === null || scheme.recognises(typed) || IMAGE.test(typed.path)) return false;
  const names = cutQuery(typed.query ?? "").map(({ name }) => name);
  return !scheme.options.some(({ name }) => names.includes(name));
}

const IMAGE = new RegExp(`${IMAGE_EXTENSION}$`, "i");

/** A cause of which it is open whether the vendor's rule holds at all. */
function doubted({ scheme: { label, signatureParameter } }: SignedCase, cause: KnownCause): KnownCause {
  return {
    id: OTHER_SERVICE + cause.id,
    grade: null,
    isImpossible: false,
    title: `These may be another service’s: but for “${signatureParameter}” nothing in them is ${label}’s. By its rule they could not be valid. ${cause.title}`,
    fixes: cause.fixes.map((fix) => `If they are ${label}’s: ${fix}`),
  };
}

/** What is said of a URL that nothing explains and that may be another service's; empty of any other. */
export function othersDetail(signed: SignedCase): string {
  const { label, signatureParameter } = signed.scheme;
  if (!mayBeOthers(signed) || !readCause(signed).some(({ impossible }) => impossible)) return "";
  return `Perhaps another service’s: nothing but “${signatureParameter}” says ${label}.`;
}

/** In which other form digits may be written that are none. */
const isReading = ({ kind }: Fact, other: Fact) =>
  kind === "signature-not-hexadecimal" && other.kind.startsWith("signature-") && other.kind !== kind;

const OPEN: KnownCause = {
  id: NEEDS_SECRET,
  grade: null,
  isImpossible: false,
  title: "Open: whether these are valid, only the secret can tell.",
  fixes: [],
};

function factCause(signed: SignedCase, facts: readonly Fact[]): Told {
  const [first] = facts;
  const told = facts.map((fact) => titleOf(signed, fact));
  return {
    cause: {
      id: facts.map((fact) => idOf(signed, fact)).join("+"),
      grade: first?.grade ?? "likely",
      isImpossible: first?.impossible === true,
      title: told.map(({ title }) => title).join(" "),
      fixes: told.flatMap(({ fix }) => fix ?? []),
    },
    detail: first && first.sentence !== told[0]?.title ? first.sentence : "",
  };
}

/** Each length of signature is a cause of its own. */
function idOf({ found }: SignedCase, { kind }: Fact): string {
  return kind === "signature-length" ? `${kind}-${withoutBreaks(found.text).length}` : kind;
}

function titleOf(signed: SignedCase, fact: Fact): { readonly title: string; readonly fix?: string } {
  const { scheme, found } = signed;
  const word = scheme.signatureWord;
  if (fact.kind === "signature-length")
    return { title: `The ${word}s have ${withoutBreaks(found.text).length} digits.` };
  const own = TITLES[fact.kind];
  if (own) return { title: own.replace("#", word) };
  const mistake = mistakesOf(scheme).find(({ id }) => id === fact.kind);
  if (!mistake) return { title: fact.sentence };
  const words = vendorWords(scheme, scheme.hashes[0]);
  const { title, fix } = { ...mistake, ...mistake.withoutSecret };
  return { title: words(title), fix: words(fix) };
}

/** `line`: of a URL of which the signature is the right one, where one is known. */
export function sharedCause({ scheme, found }: SignedCase, line?: number): Told {
  const digits = withoutBreaks(found.text).slice(0, 8).toLowerCase();
  const whose =
    line === undefined ? "stands on several strings" : `is that of line ${groupDigits(line)}, which is valid`;
  return {
    cause: {
      id: SAME_SIGNATURE,
      grade: "certain",
      isImpossible: false,
      title: `The same ${scheme.signatureWord} stands on different strings: at most one of them is right.`,
      fixes: [OWN_SIGNATURE],
    },
    detail: `The ${scheme.signatureWord} ${digits}… ${whose}.`,
  };
}

const OWN_SIGNATURE = `Sign every URL by itself, also each one of a “srcset”, and change none after it is signed.`;

/** What is told of digits that are hidden, whoever has the secret; `null` where they are not. Made-up ones are wrong like any others. */
export function hiddenCause(signed: SignedCase, facts: readonly Fact[]): Told | null {
  if (/^[0-9a-f]+$/i.test(withoutBreaks(signed.found.text))) return null;
  const hidden = facts.find(({ kind }) => isHidden(kind));
  return hidden ? factCause(signed, [hidden]) : null;
}
