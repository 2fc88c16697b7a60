import { HASHES } from "../mistakes/hashes";
import type { AnyHash, Digest } from "../mistakes/mistake";
import { type Case, readCase } from "./case";
import type { DiagnosisInput } from "./diagnosis";
import { Engine } from "./engine";
import { messageText } from "./message-text";
import { root } from "./space";

/** What the string that the user's own code signed decides. */
export interface Comparison {
  readonly kind: "same" | "string-differs" | "secret-or-hash-differs" | "undecided";
  readonly sentence: string;
  /** The string that was really signed: with the line break at its end, where one was needed. */
  readonly signed: string;
}

/**
 * Whether HMAC(secret, `codeSigned`) is the pasted signature, in any form and with any common hash. A line break at the end is
 * easily lost or added when text is copied, so the string is tried with and without one, too.
 */
export async function compareSignedString(input: DiagnosisInput, codeSigned: string): Promise<Comparison> {
  const found = readCase(input);
  if (!found || found.targets.length === 0) {
    return {
      kind: "undecided",
      sentence: "The signature is too short to decide anything, or it is not one that can be read.",
      signed: codeSigned,
    };
  }
  const match = await findMatch(found, codeSigned);
  if (!match) {
    return {
      kind: "secret-or-hash-differs",
      sentence:
        "This string with this secret does not give the pasted signature: the secret or the hash differs.",
      signed: codeSigned,
    };
  }
  const { signed, hash } = match;
  const { hashes, request } = found.facts;
  if (!hashes.some((known) => known === hash)) {
    return {
      kind: signed === request.signingString ? "same" : "string-differs",
      sentence: `The secret is right, but the hash was ${hash}. ${differs(signed === request.signingString)}`,
      signed,
    };
  }
  if (signed === request.signingString) {
    return { kind: "same", sentence: `The secret is right. ${differs(true)}`, signed };
  }
  const copied = signed === codeSigned ? "" : `${lineBreak(signed, codeSigned)} `;
  return { kind: "string-differs", sentence: `The secret is right. ${copied}${differs(false)}`, signed };
}

function differs(same: boolean): string {
  return same
    ? "The string is right, too; only the form or the place of the signature is wrong."
    : "The string differs from the one to sign:";
}

function lineBreak(signed: string, codeSigned: string): string {
  return signed.length > codeSigned.length
    ? "A line break at the end of the string was signed too."
    : "The line break at the end was not signed.";
}

async function findMatch(found: Case, codeSigned: string): Promise<{ signed: string; hash: AnyHash } | null> {
  const bare = codeSigned.replace(/\r?\n$/, "");
  const strings = new Set([
    codeSigned,
    `${codeSigned}\n`,
    `${codeSigned}\r\n`,
    bare,
    `${bare}\r\n`,
    codeSigned.replace(/\r?\n/g, "\r\n"),
  ]);
  const keys = [root(found.input.secret)];
  const digests = HASHES.map(([hash]) => root<Digest>({ hash, mode: "hmac", joint: "" }));
  const batches = [...strings].map((signed) => ({ keys, message: root(signed), digests }));
  const limit = { tried: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY };
  const hit = await new Engine(found.targets, limit, () => {}).find(batches);
  return hit && { signed: messageText(hit.candidate.message.value), hash: hit.candidate.digest.value.hash };
}
