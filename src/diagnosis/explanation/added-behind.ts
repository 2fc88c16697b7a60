import type { Mistake, Telling } from "../../mistakes/mistake";
import { readPaste } from "../../signing/read-paste";
import { cutQuery, joinUrl, type Parameter } from "../../signing/url-text";
import { listedQuoted } from "../../signing/wording/listed";
import type { Step } from "../candidates/nodes";
import type { Case } from "../case";
import type { Hit } from "../engine/engine";

/** Where another signature than the last is right for all that stands before it, what stands behind it was added later; `null` elsewhere. */
export function addedBehind(
  { scheme, request, input }: Case,
  mistakes: readonly Mistake[],
  { candidate: { message }, target }: Omit<Hit, "bits">,
): Step[] | null {
  const { typed, found } = request;
  const mistake = mistakes.find(({ parametersWere }) => parametersWere === "added");
  if (!mistake || message.steps.length === 0 || target.text === found?.text) return null;
  const isSignature = ({ name }: Parameter) => name === scheme.signatureParameter;
  const parameters = cutQuery(typed.query ?? "");
  const at = parameters.findIndex((one) => isSignature(one) && one.value === target.text);
  if (at < 0) return null;
  const query = parameters.slice(0, at + 1).map(({ text }) => text);
  const before = readPaste(scheme, joinUrl({ ...typed, query: query.join("&") }), input.settings).request;
  if (!before.ok || before.value.signingString !== message.value) return null;
  const names = parameters.slice(at + 1).flatMap((one) => (isSignature(one) ? [] : [one.name.slice(0, 40)]));
  return [{ mistake, detail: `Added: ${listedQuoted(names)}.`, telling: BEHIND }];
}

const BEHIND: Telling = {
  why: "What was added stands behind the signature that is right for all that stands before it.",
  fix: "Add every parameter before signing.",
};
