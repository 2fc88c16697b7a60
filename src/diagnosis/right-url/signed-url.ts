import { sign } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { check, joinParts } from "../../signing/sign";
import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Case } from "../case";

/** Whether a URL has lost what it asks for: its path is the root’s, and the address of the image is gone. */
export function asksForNothing({ request }: Case, url: UrlText): boolean {
  const hasImage = ({ path, query }: UrlText) =>
    path.length > 1 || cutQuery(query ?? "").some(({ name }) => name === "src");
  return hasImage(request.unsigned) && !hasImage(url);
}

/** The URL with the signature that the entered secret gives it; `null` where it would not be read as it was meant, or asks for nothing. */
export async function signedUrl(found: Case, unsigned: UrlText): Promise<string | null> {
  if (asksForNothing(found, unsigned)) return null;
  const { scheme, request, facts, input } = found;
  const signature = await sign(facts.hash, input.secret, scheme.signingString(unsigned));
  const url = joinParts(scheme.assemble({ ...request, unsigned }, signature));
  const again = readPaste(scheme, url, input.settings).request;
  return again.ok && check(again.value, signature) === "valid" ? url : null;
}
