import type { Mistake } from "../mistake";
import { doubleSlash } from "./double-slash";
import { emptyParameterDropped } from "./empty-parameter-dropped";
import { escapedByBrowser } from "./escaped-by-browser";
import { parameterAddedAfterSigning } from "./parameter-added-after-signing";
import { parametersReordered } from "./parameters-reordered";
import { trailingSlash } from "./trailing-slash";
import { urlDoubleEncoded } from "./url-double-encoded";
import { urlHtmlEscaped } from "./url-html-escaped";

/** What was pasted is not what was signed: each undoes one change that happened since. */
export const changeMistakes: readonly Mistake[] = [
  urlHtmlEscaped,
  emptyParameterDropped,
  parameterAddedAfterSigning,
  parametersReordered,
  escapedByBrowser,
  urlDoubleEncoded,
  trailingSlash,
  doubleSlash,
];
