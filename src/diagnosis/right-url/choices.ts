import { encodedOnce } from "../../mistakes/text/encoded-twice";
import { formDecode } from "../../mistakes/text/parameters";
import { losesRest, restsOfValues } from "../../mistakes/text/values/own-ampersand";
import { lostNames } from "../../schemes/lost-names";
import { readPaste } from "../../signing/read-paste";
import type { UrlText } from "../../signing/types";
import { unsetIn, withoutUnset } from "../../signing/unset-values";
import { cutQuery, joinUrl } from "../../signing/url-text";
import type { Case } from "../case";
import type { Choice, Diagnosis, Explained, ExplainedMistake } from "../diagnosis";
import { urlThatWasSigned } from "../explanation/on-the-way";
import { mayBeEntered } from "./may-be-entered";
import { signedUrl } from "./signed-url";

/**
 * The diagnosis with the other URLs that may be wanted in the place of what was sent: without values that were never filled in, and with
 * the whole address inside it escaped, where a part of it became parameters, with the path or the plus that may be meant, or as it was before it was
 * changed. Each is signed with the entered secret.
 */
export async function withChoices(found: Case, diagnosis: Diagnosis): Promise<Diagnosis> {
  if (diagnosis.state !== "explained" || found.input.secret === "") return diagnosis;
  if (diagnosis.corrected !== null) return diagnosis;
  const made = [
    ...(await unsetLeftOut(found)),
    ...(await addressEscaped(found)),
    ...(await otherPath(found, diagnosis)),
    ...(await otherQuery(found, diagnosis)),
    ...(await escapedAmpersand(found)),
    ...(await unchanged(found, diagnosis)),
    ...(await oneOfName(found, diagnosis)),
  ];
  const urls = new Set([diagnosis.repaired]);
  const choices = [...made, ...(diagnosis.choices ?? [])].filter(
    ({ url }) => !urls.has(url) && urls.add(url),
  );
  return choices.length === 0 ? diagnosis : { ...diagnosis, choices };
}

async function unsetLeftOut(found: Case): Promise<Choice[]> {
  const { unsigned } = found.request;
  const names = unsetIn({ ...unsigned, path: "" });
  const url = names.length === 0 ? null : await signedUrl(found, withoutUnset(unsigned));
  return url === null ? [] : [{ kind: "unset", names, url }];
}

/** What was changed after signing, beside another mistake: whether the change is wanted, only the URL’s owner knows. */
async function unchanged(found: Case, { mistakes, repaired, beforeChange }: Explained): Promise<Choice[]> {
  if (beforeChange === undefined || repaired !== null || mayBeEntered(mistakes)) return [];
  const before = urlThatWasSigned(found, beforeChange);
  // What clients escape is escaped again on its way, and then its signature is wrong once more.
  if (!before || (RAW.test(joinUrl(before)) && !RAW.test(joinUrl(found.request.unsigned)))) return [];
  const url = await signedUrl(found, before);
  if (url === null) return [];
  const kept = textsOf(before);
  const sent = textsOf(found.request.unsigned);
  const lacks = before.path === found.request.unsigned.path && kept.every((text) => sent.includes(text));
  const names = lacks
    ? cutQuery(found.request.unsigned.query ?? "").filter(({ text }) => !kept.includes(text))
    : [];
  if (names.length === 0 && losesRest(found.request.unsigned, before)) return [];
  const isOpen = mistakes.some(({ mayBeMeant }) => mayBeMeant);
  return [{ kind: "before", names: names.map(({ name }) => name), url, ...(isOpen && { isOpen }) }];
}

const RAW = /[\s"'<>`{}|\\^]/;

const textsOf = ({ query }: UrlText) => cutQuery(query ?? "").map(({ text }) => text);

/** A space in a path is “%20”, and a “+” there is a plus: what was sent and what was signed are two files. */
async function otherPath(found: Case, { mistakes, signed }: Explained): Promise<Choice[]> {
  const path = mistakes.find(({ mayBePath }) => mayBePath !== undefined)?.mayBePath;
  if (path === undefined || !isAllElseKept(mistakes, "mayBePath")) return [];
  const whole = signed === null ? null : urlThatWasSigned(found, signed);
  const isWhole = whole?.path === path;
  const url = await signedUrl(found, isWhole ? whole : { ...found.request.unsigned, path });
  const isSigned = isWhole && mistakes.every(isOfSpelling);
  const of = path.includes("%20") ? "%20" : "+";
  if (url !== null && path === encodedOnce(found.request.unsigned.path))
    return [{ kind: "once", names: [], url }];
  return url === null ? [] : [{ kind: "path", names: [], of, url, ...(isSigned && { isSigned }) }];
}

/**
 * A “+” in a query is read as a space, so that a plus must be “%2B”, and what is encoded twice is read as an escape: which is meant, only its owner knows.
 */
async function otherQuery(found: Case, { mistakes, signed }: Explained): Promise<Choice[]> {
  const query = mistakes.find(({ mayBeQuery }) => mayBeQuery !== undefined)?.mayBeQuery;
  if (query === undefined || !isAllElseKept(mistakes, "mayBeQuery")) return [];
  const url = await signedUrl(found, { ...found.request.unsigned, query });
  const sent = found.request.unsigned.query ?? "";
  if (url !== null && query === encodedOnce(sent)) return [{ kind: "once", names: [], url }];
  if (url !== null && cutQuery(query).length < cutQuery(sent).length)
    return [{ kind: "ampersand", names: [], url }];
  const isWhole = signed !== null && urlThatWasSigned(found, signed)?.query === query;
  const isSigned = isWhole && mistakes.every(isOfSpelling);
  return url === null ? [] : [{ kind: "plus", names: [], url, ...(isSigned && { isSigned }) }];
}

/** What stands behind an “&” and can be no parameter is the rest of a value. */
async function escapedAmpersand(found: Case): Promise<Choice[]> {
  const { unsigned } = found.request;
  const { rests, whole } = restsOfValues(unsigned.query ?? "");
  const url = rests.length === 0 ? null : await signedUrl(found, { ...unsigned, query: whole });
  return url === null ? [] : [{ kind: "ampersand", names: rests, url }];
}

/** Whether nothing of the URL was changed or spelled otherwise but the part of which that is told. */
function isAllElseKept(mistakes: readonly ExplainedMistake[], told: "mayBePath" | "mayBeQuery"): boolean {
  return mistakes.every(
    (mistake) => mistake[told] !== undefined || (mistake.group !== "encoding" && mistake.group !== "change"),
  );
}

const isOfSpelling = ({ group }: ExplainedMistake) => group === "encoding" || group === "form";

/** Of two parameters with one name, of which one was signed, most people want one: which of them, only its owner knows. */
async function oneOfName(found: Case, { signed }: Explained): Promise<Choice[]> {
  const { unsigned } = found.request;
  const parameters = cutQuery(unsigned.query ?? "");
  const twice = parameters.filter(({ name }, at) => parameters.findIndex((one) => one.name === name) < at);
  const [second, ...more] = twice;
  // Lists have many of one name.
  if (!second?.name || more.length > 0 || /\[|%5b/i.test(second.name)) return [];
  const pieces = signed?.split(/[?&]/).filter((piece) => piece.startsWith(`${second.name}=`));
  const ofName = parameters.filter(({ name }) => name === second.name);
  const [piece, ...others] = pieces ?? [];
  // The values may have been joined to a list.
  if (others.length > 0 || !ofName.some(({ text }) => formDecode(text) === formDecode(piece ?? "")))
    return [];
  const choices: Choice[] = [];
  const different = ofName.filter(({ text }, at) => ofName.findIndex((one) => one.text === text) === at);
  for (const kept of different) {
    const left = parameters.filter((one) => one === kept || one.name !== kept.name);
    const url = await signedUrl(found, { ...unsigned, query: left.map(({ text }) => text).join("&") });
    if (url !== null) choices.push({ kind: "name", names: [kept.text], url });
  }
  return choices;
}

/** Where the address has a query of its own, what follows its “&” most likely belongs to it, unless the vendor has an option of that name. */
async function addressEscaped(found: Case): Promise<Choice[]> {
  const { scheme, request, facts, input } = found;
  const note = facts.notes().find(({ kind, rewrite }) => rewrite && kind.startsWith("unescaped-"));
  if (!note?.rewrite) return [];
  const { request: whole } = readPaste(scheme, note.rewrite.text, input.settings);
  if (!whole.ok) return [];
  const { unsigned } = whole.value;
  const names = lostNames(request.unsigned, unsigned);
  const url = names.length === 0 ? null : await signedUrl(found, unsigned);
  return url === null ? [] : [{ kind: "escaped", names, of: note.kind.replace("unescaped-", ""), url }];
}
