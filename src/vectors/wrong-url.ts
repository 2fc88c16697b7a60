import { computeAgain } from "../diagnosis/engine/proof";
import type { Mistake, WrongSignature } from "../mistakes/mistake";
import { rightDigest } from "../mistakes/right-digest";
import { findScheme, schemes } from "../schemes";
import type { Example, Scheme } from "../schemes/scheme";
import { toHex } from "../signing/hmac";
import { readPaste } from "../signing/read-paste";

/** The scheme of an example; the first where it names none. */
export function schemeOf({ scheme }: WrongSignature): Scheme {
  return findScheme(scheme ?? "") ?? schemes[0];
}

/** The URL of an example with its wrong signature, made as the example says it was made. */
export async function wrongUrl(example: WrongSignature): Promise<string> {
  const [hash] = schemeOf(example).hashes;
  const right = rightDigest(hash);
  const own = toHex(await computeAgain(example.secret, rightString(example), right));
  const { signed } = example;
  const message = typeof signed === "string" ? signed.replace("{}", own) : signed;
  const key = example.key ?? example.secret;
  const hex = toHex(await computeAgain(key, message, { ...right, ...example.digest }));
  return example.url.replace("{}", () => example.form?.(hex) ?? hex);
}

/** What should have been signed: a signature has no part in it, so any that looks like one will do. */
export function rightString(example: WrongSignature): string {
  const { request } = readPaste(schemeOf(example), example.url.replace("{}", "0".repeat(40)));
  return request.ok ? request.value.signingString : "";
}

/** A mistake's own case, to be opened like any other example; `null` where it needs more than a URL and a secret. */
export async function exampleOf({ id, title, example }: Mistake): Promise<[Scheme, Example] | null> {
  if (example.otherSecrets !== undefined || example.secret === "") return null;
  const url = await wrongUrl(example);
  return [schemeOf(example), { id, title, url, secret: example.secret, mistakes: [id] }];
}
