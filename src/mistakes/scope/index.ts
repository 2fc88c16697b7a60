import type { Mistake } from "../mistake";
import { oneOfEqualNamesSigned } from "./one-of-equal-names-signed";
import { parametersJoinedOtherwise } from "./parameters-joined-otherwise";
import { secretInTheString } from "./secret-in-the-string";
import { signedFullUrl } from "./signed-full-url";
import { signedNothing } from "./signed-nothing";
import { signedPathOnly } from "./signed-path-only";
import { signedTargetUrlOnly } from "./signed-target-url-only";
import { signedTheSignature } from "./signed-the-signature";
import { signedVariableNames } from "./signed-variable-names";
import { signedWithEmptySignature } from "./signed-with-empty-signature";
import { signedWithFragment } from "./signed-with-fragment";
import { signedWithHost } from "./signed-with-host";
import { signedWithMethod } from "./signed-with-method";
import { signedWithNewline } from "./signed-with-newline";
import { signedWithRewrittenQuery } from "./signed-with-rewritten-query";
import { signedWithSignature } from "./signed-with-signature";
import { signedWithTimestamp } from "./signed-with-timestamp";
import { signedWithTrailingAmpersand } from "./signed-with-trailing-ampersand";
import { signedWithTrailingQuestionMark } from "./signed-with-trailing-question-mark";
import { stringAfterAnother } from "./string-after-another";
import { stringCutAtAddress } from "./string-cut-at-address";
import { stringCutAtAmpersand } from "./string-cut-at-ampersand";
import { stringCutAtHash } from "./string-cut-at-hash";
import { stringCutAtQuestionMark } from "./string-cut-at-question-mark";
import { stringCutAtSpace } from "./string-cut-at-space";
import { stringInQuotes } from "./string-in-quotes";
import { stringTruncated } from "./string-truncated";
import { stringTwice } from "./string-twice";
import { stringWithWhiteSpace } from "./string-with-white-space";
import { stringWithoutBeginning } from "./string-without-beginning";

/** Which part of the URL was signed: the cuts that every scheme invites. */
export const scopeMistakes: readonly Mistake[] = [
  signedFullUrl,
  signedWithHost,
  signedPathOnly,
  signedWithTrailingQuestionMark,
  signedWithTrailingAmpersand,
  signedWithEmptySignature,
  signedWithSignature,
  signedTheSignature,
  signedWithFragment,
  signedWithNewline,
  signedTargetUrlOnly,
  stringCutAtAmpersand,
  stringCutAtHash,
  stringCutAtAddress,
  stringCutAtQuestionMark,
  stringCutAtSpace,
  signedNothing,
  signedVariableNames,
  oneOfEqualNamesSigned,
  secretInTheString,
  stringInQuotes,
  signedWithMethod,
  signedWithTimestamp,
  signedWithRewrittenQuery,
  parametersJoinedOtherwise,
  stringWithWhiteSpace,
  stringTwice,
  stringAfterAnother,
  stringTruncated,
  stringWithoutBeginning,
];
