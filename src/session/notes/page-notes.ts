import { findVendorError } from "../../schemes";
import { lateNotes, otherRefusalOf } from "../../schemes/late-notes";
import { ruleNotes } from "../../schemes/rule-notes";
import type { Scheme } from "../../schemes/scheme";
import { checkDelivery } from "../../signing/clients/delivery";
import { aroundUrl, type Reading } from "../../signing/sign";
import type { Note, SigningRequest, UrlText } from "../../signing/types";
import { tagsIn, unsetIn } from "../../signing/unset-values";
import { listedQuoted } from "../../signing/wording/listed";
import type { SecretFacts } from "../secret/secret-facts";
import type { State } from "../state";
import { formulaNote } from "./formula-note";
import { MASKED } from "./masked";
import { hashMissed } from "./named-hash";
import { toOther } from "./other-vendor";
import { ofRightlySigned } from "./rightly-signed";
import { aloneNote } from "./secret-alone";
import { besideNote } from "./secret-beside";
import { withConsequence } from "./unescaped-note";
import { unquotedNote } from "./unquoted-note";

interface Noted {
  readonly state: Pick<State, "scheme" | "pasted" | "arrival">;
  readonly reading: Reading;
  readonly request: SigningRequest | null;
  readonly secret: Pick<SecretFacts, "bytes" | "pasted" | "pastedKept">;
  /** True where a secret was typed that comes back with the case it was typed for. */
  readonly keepsSecret?: boolean;
  /** The right one, lower-case hex; empty while there is none. */
  readonly signature: string;
  /** The vendor to whom the URL leads, where another's rule is chosen. */
  readonly foreign: Scheme | undefined;
  /** True in the embed, where the page around it says how the case came there. */
  readonly compact: boolean;
  /** True where a diagnosis tells what happened, a misplaced signature included. */
  readonly explained: boolean;
}

/** Every note on what the page shows, each kind once: on how the case came, on the secret, and on the URL. */
export function pageNotes({
  state,
  reading,
  request,
  signature,
  secret,
  keepsSecret = false,
  foreign,
  compact,
  explained,
}: Noted): Note[] {
  const { scheme, arrival } = state;
  return [
    ...arrival
      .filter((note) => note.kind !== "linked" || (secret.bytes === 0 && !compact))
      .map((note) => (note.kind === "linked" && keepsSecret ? withWayBack(note) : note)),
    ...secretNotes(secret.pasted, secret.pastedKept, scheme),
    ...besideNote(state.pasted, reading),
    ...aloneNote(state.pasted, reading),
    ...formulaNote(state.pasted, reading),
    ...unquotedNote(state.pasted, reading),
    ...(foreign ? [otherSchemeNote(scheme, foreign, reading.text)] : []),
    ...(request ? urlNotes(request, { state, reading, signature, explained }) : []),
  ];
}

/** What is said of the URL itself. */
function urlNotes(
  request: SigningRequest,
  { state, reading, signature, explained }: Pick<Noted, "state" | "reading" | "signature" | "explained">,
): Note[] {
  const { scheme } = state;
  // The diagnosis tells it already: a parameter behind the signature has also moved the signature from its place.
  const isTold = ({ kind }: Note) => explained && kind === request.found?.misplaced;
  return [
    ...lateNotes(scheme, request, signature),
    ...unsetNote(request.unsigned),
    ...vendorNotes(state, reading, request),
    ...[...request.notes, ...ruleNotes(scheme, request)]
      .filter((note) => !isTold(note))
      .map((note) => ofRightlySigned(withConsequence(note, request), scheme, request, signature)),
    ...checkDelivery(request.unsigned),
  ];
}

const withWayBack = (linked: Note): Note => ({
  ...linked,
  sentence: `${linked.sentence} The one you had entered comes back with the case before, by Undo or the browser’s Back.`,
});

function otherSchemeNote(scheme: Scheme, other: Scheme, text: UrlText): Note {
  return {
    kind: "other-scheme",
    risk: true,
    sentence: `${toOther(other, text, "This")}, and ${scheme.label}’s rule is chosen.`,
    switchTo: { label: `Switch to ${other.label}`, schemeId: other.id },
  };
}

/** Values that code or a template has not filled in: no signature makes them right. */
function unsetNote(url: UrlText): Note[] {
  const unset = [...unsetIn(url), ...tagsIn(url)];
  if (unset.length === 0) return [];
  const [looks, they, them] =
    unset.length === 1
      ? ["looks like a value that was never filled in", "it is", "it"]
      : ["look like values that were never filled in", "they are", "them"];
  return [
    {
      kind: "unset-value",
      risk: true,
      sentence: `${listedQuoted(unset)} ${looks}. Unless ${they} meant, set ${them} or leave ${them} out before you sign.`,
    },
  ];
}

/** The vendor's words around a pasted URL, and what they mean. What to do is not said where it was done. */
function vendorNotes(state: Noted["state"], reading: Reading, { found, hash }: SigningRequest): Note[] {
  const around = aroundUrl(state.pasted, reading);
  const error = findVendorError(around);
  if (!error) {
    const sentence = otherRefusalOf(state.scheme, around);
    return sentence === null ? [] : [{ kind: "vendor-error", sentence }];
  }
  const missed = hash && hashMissed(state, reading, hash);
  const more = missed
    ? ` The answer asks for ${missed}, and this ${state.scheme.signatureWord} has as many digits as ${hash} makes.`
    : found || !error.toDo
      ? ""
      : ` ${error.toDo}`;
  return [{ kind: "vendor-error", sentence: `“${error.says}”: ${error.means}${more}` }];
}

function secretNotes(
  pasted: readonly string[],
  kept: boolean,
  { secretLabel }: Pick<Scheme, "secretLabel">,
): Note[] {
  if (pasted.length === 0) return [];
  const instead = [MASKED.name, MASKED.placeholder].find((seems) => pasted.includes(seems));
  if (instead)
    return [
      {
        kind: "secret-pasted",
        risk: true,
        sentence: `What was entered as the secret seems to be ${instead}. Enter the ${secretLabel} itself.`,
      },
    ];
  const masked = pasted.includes(MASKED.all)
    ? "What was entered as the secret is only what hides it where it is shown"
    : pasted.includes(MASKED.part)
      ? "A part of the secret that was entered seems to be hidden, by dots or asterisks in its place"
      : null;
  if (masked)
    return [
      {
        kind: "secret-pasted",
        risk: true,
        sentence: `${masked}. Let the whole ${secretLabel} be shown there first, or use the button that copies it.`,
      },
    ];
  const dropped = pasted.some((carried) => carried.includes("line break")) ? " but line breaks" : "";
  // What is no secret at all is none without its quotes either.
  const bares = kept && !pasted.includes("a URL");
  const consequence = kept
    ? `All of it${dropped} is in the field, and part of the secret. If it does not belong there, ${bares ? "take it off" : "paste the secret again without it"}.`
    : "The field left that out. Code that reads the secret as it was pasted signs with another secret.";
  return [
    {
      kind: "secret-pasted",
      risk: true,
      sentence: `The pasted secret carried ${pasted.join(" and ")}. ${consequence}`,
      ...(bares && { bares }),
    },
  ];
}
