import type { Mistake } from "../mistake";
import { charactersAddedAfterSigning } from "./characters-added-after-signing";
import { charactersRemoved } from "./characters-removed";
import { doubleSlash } from "./double-slash";
import { emptyParameterDropped } from "./empty-parameter-dropped";
import { endLost } from "./end-lost";
import { entityWithoutSemicolon } from "./entity-without-semicolon";
import { equalsSignDiffers } from "./equals-sign-differs";
import { escapedByBrowser } from "./escaped-by-browser";
import { extensionChanged } from "./extension-changed";
import { fileNameSuffixed } from "./file-name-suffixed";
import { lettersMadePlain } from "./letters-made-plain";
import { lineEndsChanged } from "./line-ends-changed";
import { markdownEscapes } from "./markdown-escapes";
import { oneEscapeDecoded } from "./one-escape-decoded";
import { optionNamedOtherwise } from "./option-named-otherwise";
import { paddingDiffers } from "./padding-differs";
import { parameterAddedAfterSigning } from "./parameter-added-after-signing";
import { parameterRemovedAfterSigning } from "./parameter-removed-after-signing";
import { parametersReordered } from "./parameters-reordered";
import { pathPrefix } from "./path-prefix";
import { percentSignsDoubled } from "./percent-signs-doubled";
import { programEscapes } from "./program-escapes";
import { punctuationMadeTypographic } from "./punctuation-made-typographic";
import { queryEncodedWhole } from "./query-encoded-whole";
import { questionMarkDoubled } from "./question-mark-doubled";
import { questionMarkLost } from "./question-mark-lost";
import { quotedPrintable } from "./quoted-printable";
import { quotesDoubled } from "./quotes-doubled";
import { rewrittenByClient } from "./rewritten-by-client";
import { stringInAnotherCase } from "./string-in-another-case";
import { targetNormalised } from "./target-normalised";
import { trailingSlash } from "./trailing-slash";
import { urlDoubleEncoded } from "./url-double-encoded";
import { urlHtmlEscaped } from "./url-html-escaped";
import { urlUtf8Twice } from "./url-utf-8-twice";
import { valueChangedAfterSigning } from "./value-changed-after-signing";

/** What was pasted is not what was signed: each undoes one change that happened since. */
export const changeMistakes: readonly Mistake[] = [
  stringInAnotherCase,
  urlHtmlEscaped,
  emptyParameterDropped,
  equalsSignDiffers,
  paddingDiffers,
  charactersAddedAfterSigning,
  parameterAddedAfterSigning,
  parametersReordered,
  escapedByBrowser,
  urlDoubleEncoded,
  percentSignsDoubled,
  queryEncodedWhole,
  questionMarkDoubled,
  questionMarkLost,
  quotesDoubled,
  urlUtf8Twice,
  trailingSlash,
  doubleSlash,
  programEscapes,
  entityWithoutSemicolon,
  quotedPrintable,
  markdownEscapes,
  endLost,
  extensionChanged,
  pathPrefix,
  optionNamedOtherwise,
  targetNormalised,
  oneEscapeDecoded,
  lineEndsChanged,
  parameterRemovedAfterSigning,
  valueChangedAfterSigning,
  charactersRemoved,
  lettersMadePlain,
  rewrittenByClient,
  fileNameSuffixed,
  punctuationMadeTypographic,
];
