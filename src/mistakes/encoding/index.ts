import type { Mistake } from "../mistake";
import { arrayWrittenOtherwise } from "./array-written-otherwise";
import { colourWrittenOtherwise } from "./colour-written-otherwise";
import { escapesOfAnotherCharset } from "./escapes-of-another-charset";
import { numberWrittenOtherwise } from "./number-written-otherwise";
import { pathWithBackslashes } from "./path-with-backslashes";
import { percentEncodingCase } from "./percent-encoding-case";
import { percentTakenForArgument } from "./percent-taken-for-argument";
import { percentTakenForFormat } from "./percent-taken-for-format";
import { queryDecodedBeforeSplit } from "./query-decoded-before-split";
import { signedAsBase64 } from "./signed-as-base64";
import { signedAsDigest } from "./signed-as-digest";
import { signedAsHex } from "./signed-as-hex";
import { signedAsJson } from "./signed-as-json";
import { signedAsListOfBytes } from "./signed-as-list-of-bytes";
import { signedAsPrintedObject } from "./signed-as-printed-object";
import { signedDecodedPath } from "./signed-decoded-path";
import { signedDecodedQuery } from "./signed-decoded-query";
import { signedDoubleEncoded } from "./signed-double-encoded";
import { signedHtmlEscaped } from "./signed-html-escaped";
import { signedWithAnotherEncoder } from "./signed-with-another-encoder";
import { signedWithPercent20ForSpace } from "./signed-with-percent20-for-space";
import { signedWithPlaceholder } from "./signed-with-placeholder";
import { signedWithPlusForSpace } from "./signed-with-plus-for-space";
import { signedWithShellEscapes } from "./signed-with-shell-escapes";
import { stringCutAtPercent } from "./string-cut-at-percent";
import { stringDecodedFromBase64 } from "./string-decoded-from-base64";
import { stringDollarExpanded } from "./string-dollar-expanded";
import { stringInAnotherCharset } from "./string-in-another-charset";
import { stringInUtf16 } from "./string-in-utf-16";
import { stringSanitised } from "./string-sanitised";
import { stringWithInvisibleCharacter } from "./string-with-invisible-character";
import { unicodeNormalisation } from "./unicode-normalisation";
import { utf8Twice } from "./utf-8-twice";
import { valueCutAtComma } from "./value-cut-at-comma";
import { valueCutAtEqualsSign } from "./value-cut-at-equals-sign";
import { valueInBase64 } from "./value-in-base64";
import { valueSignedEscaped } from "./value-signed-escaped";
import { valueWrittenOtherwise } from "./value-written-otherwise";

/** The right part of the URL, spelled otherwise. */
export const encodingMistakes: readonly Mistake[] = [
  signedWithPlusForSpace,
  signedWithPercent20ForSpace,
  percentEncodingCase,
  signedDecodedQuery,
  signedDecodedPath,
  pathWithBackslashes,
  signedDoubleEncoded,
  signedHtmlEscaped,
  unicodeNormalisation,
  signedWithAnotherEncoder,
  queryDecodedBeforeSplit,
  signedAsBase64,
  signedAsHex,
  stringDecodedFromBase64,
  signedAsJson,
  signedAsPrintedObject,
  signedAsListOfBytes,
  percentTakenForFormat,
  percentTakenForArgument,
  stringCutAtPercent,
  stringDollarExpanded,
  stringSanitised,
  stringInAnotherCharset,
  escapesOfAnotherCharset,
  utf8Twice,
  stringInUtf16,
  valueWrittenOtherwise,
  valueSignedEscaped,
  valueInBase64,
  valueCutAtComma,
  valueCutAtEqualsSign,
  numberWrittenOtherwise,
  colourWrittenOtherwise,
  arrayWrittenOtherwise,
  signedWithPlaceholder,
  signedAsDigest,
  stringWithInvisibleCharacter,
  signedWithShellEscapes,
];
