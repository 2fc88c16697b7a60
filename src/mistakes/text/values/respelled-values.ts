import type { UrlText } from "../../../signing/types";
import { cutQuery } from "../../../signing/url-text";
import type { Variant } from "../../mistake";
import { USUAL } from "../../weights";
import { joined } from "../respell";

/** One way in which a value may have been written: `null` where it says nothing of this value. */
export type Writing = (value: string, name: string) => string | null;

/** More parameters than this are not respelled one by one. */
const MOST_SINGLE = 16;
/** More than this are not respelled at all. */
const MOST_PARAMETERS = 200;

/** The URL with all the values written so that this way applies to, then with one of them at a time. */
export function* writtenSo(
  url: UrlText,
  write: Writing,
  detail: string,
  weight = USUAL,
): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length > MOST_PARAMETERS) return;
  const respelled = parameters.map((parameter) => {
    const value = write(parameter.value ?? "", parameter.name);
    // “name” without “=” has no value that could be written otherwise.
    return value === null || value === (parameter.value ?? "")
      ? null
      : { ...parameter, text: `${parameter.name}=${value}` };
  });
  const at = respelled.flatMap((parameter, index) => (parameter ? [index] : []));
  if (at.length > 1) {
    const query = joined(parameters.map((parameter, index) => respelled[index] ?? parameter));
    yield { value: { ...url, query }, detail: `${detail} In all ${at.length} such values.`, weight };
  }
  for (const index of at.slice(0, MOST_SINGLE)) {
    const parameter = respelled[index];
    if (!parameter) continue;
    const query = joined(parameters.with(index, parameter));
    yield { value: { ...url, query }, detail: `${detail} In “${parameter.name.slice(0, 40)}”.`, weight };
  }
}
