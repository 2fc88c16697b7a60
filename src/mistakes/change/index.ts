import type { Mistake } from "../mistake";
import { doubleSlash } from "./double-slash";
import { emptyParameterDropped } from "./empty-parameter-dropped";
import { escapedByBrowser } from "./escaped-by-browser";
import { lineEndsChanged } from "./line-ends-changed";
import { parameterAddedAfterSigning } from "./parameter-added-after-signing";
import { parameterRemovedAfterSigning } from "./parameter-removed-after-signing";
import { parametersReordered } from "./parameters-reordered";
import { trailingSlash } from "./trailing-slash";
import { urlDoubleEncoded } from "./url-double-encoded";
import { urlHtmlEscaped } from "./url-html-escaped";
import { valueChangedAfterSigning } from "./value-changed-after-signing";

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
  lineEndsChanged,
  parameterRemovedAfterSigning,
  valueChangedAfterSigning,
];
