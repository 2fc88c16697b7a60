import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import { withParameter } from "./respell";

/** A value of a parameter, cut into what no removal can split. */
export interface Place {
  readonly name: string;
  readonly units: readonly string[];
  readonly put: (value: string) => UrlText;
}

const MOST_PARAMETERS = 12;
const MOST_UNITS = 400;

/** The values of a URL’s first parameters, but for very long ones. */
export function placesOf(url: UrlText): Place[] {
  const parameters = cutQuery(url.query ?? "");
  return parameters.slice(0, MOST_PARAMETERS).flatMap((parameter, at) => {
    if (parameter.value === null) return [];
    const units = parameter.value.match(/%[0-9a-f]{2}|[\s\S]/gi) ?? [];
    if (units.length > MOST_UNITS) return [];
    const name = parameter.name.slice(0, 40);
    const put = (value: string) => withParameter(url, parameters, at, `${parameter.name}=${value}`);
    return [{ name, units, put }];
  });
}
