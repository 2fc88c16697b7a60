import { lostNames } from "../schemes/lost-names";
import { readPaste } from "../signing/read-paste";
import { unsetIn, withoutUnset } from "../signing/unset-values";
import { joinUrl } from "../signing/url-text";
import type { Case } from "./case";
import type { Choice, Diagnosis } from "./diagnosis";
import { signedUrl } from "./signed-url";

/**
 * The diagnosis with the other URLs that may be wanted in the place of what was sent: without values that were never filled in, and with
 * the whole address inside it escaped, where a part of it became parameters. Each is signed with the entered secret.
 */
export async function withChoices(found: Case, diagnosis: Diagnosis): Promise<Diagnosis> {
  if (diagnosis.state !== "explained" || found.input.secret === "") return diagnosis;
  if (diagnosis.corrected !== null) return diagnosis;
  const made = [...(await unsetLeftOut(found)), ...(await addressEscaped(found))];
  const others = (diagnosis.choices ?? []).filter(({ url }) => !made.some((choice) => choice.url === url));
  const choices = [...made, ...others].filter(({ url }) => url !== diagnosis.repaired);
  return choices.length === 0 ? diagnosis : { ...diagnosis, choices };
}

async function unsetLeftOut(found: Case): Promise<Choice[]> {
  const { unsigned } = found.request;
  const left = withoutUnset(unsigned);
  if (joinUrl(left) === joinUrl(unsigned)) return [];
  const url = await signedUrl(found, left);
  return url === null ? [] : [{ kind: "unset", names: unsetIn({ ...unsigned, path: "" }), url }];
}

/** Where the address has a query of its own, what follows its “&” most likely belongs to it, unless the vendor has an option of that name. */
async function addressEscaped(found: Case): Promise<Choice[]> {
  const { scheme, request, input } = found;
  const note = request.notes.find(({ kind, rewrite }) => rewrite && kind.startsWith("unescaped-"));
  if (!note?.rewrite) return [];
  const { request: whole } = readPaste(scheme, note.rewrite.text, input.settings);
  if (!whole.ok) return [];
  const { unsigned } = whole.value;
  const names = lostNames(request.unsigned, unsigned);
  const url = names.length === 0 ? null : await signedUrl(found, unsigned);
  return url === null ? [] : [{ kind: "escaped", names, of: note.kind.replace("unescaped-", ""), url }];
}
