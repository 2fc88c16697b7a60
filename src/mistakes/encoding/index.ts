import type { Mistake } from "../mistake";
import { arrayWrittenOtherwise } from "./array-written-otherwise";
import { numberWrittenOtherwise } from "./number-written-otherwise";
import { percentEncodingCase } from "./percent-encoding-case";
import { signedAsBase64 } from "./signed-as-base64";
import { signedAsHex } from "./signed-as-hex";
import { signedAsJson } from "./signed-as-json";
import { signedAsPrintedObject } from "./signed-as-printed-object";
import { signedDecodedPath } from "./signed-decoded-path";
import { signedDecodedQuery } from "./signed-decoded-query";
import { signedDoubleEncoded } from "./signed-double-encoded";
import { signedHtmlEscaped } from "./signed-html-escaped";
import { signedWithAnotherEncoder } from "./signed-with-another-encoder";
import { signedWithPercent20ForSpace } from "./signed-with-percent20-for-space";
import { signedWithPlaceholder } from "./signed-with-placeholder";
import { signedWithPlusForSpace } from "./signed-with-plus-for-space";
import { unicodeNormalisation } from "./unicode-normalisation";
import { valueWrittenOtherwise } from "./value-written-otherwise";

/** The right part of the URL, spelled otherwise. */
export const encodingMistakes: readonly Mistake[] = [
  signedWithPlusForSpace,
  signedWithPercent20ForSpace,
  percentEncodingCase,
  signedDecodedQuery,
  signedDecodedPath,
  signedDoubleEncoded,
  signedHtmlEscaped,
  unicodeNormalisation,
  signedWithAnotherEncoder,
  signedAsBase64,
  signedAsHex,
  signedAsJson,
  signedAsPrintedObject,
  valueWrittenOtherwise,
  numberWrittenOtherwise,
  arrayWrittenOtherwise,
  signedWithPlaceholder,
];
