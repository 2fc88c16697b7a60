import { sign } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { check, joinParts } from "../../signing/sign";
import type { UrlText } from "../../signing/types";
import type { Case } from "../case";

/** The URL with the signature that the entered secret gives it; `null` where it would not be read as it was meant. */
export async function signedUrl(
  { scheme, request, facts, input }: Case,
  unsigned: UrlText,
): Promise<string | null> {
  const signature = await sign(facts.hash, input.secret, scheme.signingString(unsigned));
  const url = joinParts(scheme.assemble({ ...request, unsigned }, signature));
  const again = readPaste(scheme, url, input.settings).request;
  return again.ok && check(again.value, signature) === "valid" ? url : null;
}
