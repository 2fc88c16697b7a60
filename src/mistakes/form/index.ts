import type { Mistake } from "../mistake";
import { signatureAfterFragment } from "./signature-after-fragment";
import { signatureAsNegativeNumber } from "./signature-as-negative-number";
import { signatureAsNumber } from "./signature-as-number";
import { signatureAsRawBytes } from "./signature-as-raw-bytes";
import { signatureBase64InOneCase } from "./signature-base64-in-one-case";
import { signatureBase64OfHex } from "./signature-base64-of-hex";
import { signatureBytesAsText } from "./signature-bytes-as-text";
import { signatureBytesReversed } from "./signature-bytes-reversed";
import { signatureHexOfText } from "./signature-hex-of-text";
import { signatureInAnotherBase } from "./signature-in-another-base";
import { signatureInBase64 } from "./signature-in-base64";
import { signatureInBase64url } from "./signature-in-base64url";
import { signatureInDecimal } from "./signature-in-decimal";
import { signatureInUppercase } from "./signature-in-uppercase";
import { signatureIsEmptyValue } from "./signature-is-empty-value";
import { signatureIsLabel } from "./signature-is-label";
import { signatureIsPrintedObject } from "./signature-is-printed-object";
import { signatureIsSecret } from "./signature-is-secret";
import { signatureMistyped } from "./signature-mistyped";
import { signatureNotLast } from "./signature-not-last";
import { signatureTruncated } from "./signature-truncated";
import { signatureTwice } from "./signature-twice";
import { signatureWithPrefix } from "./signature-with-prefix";
import { signatureWithoutZeros } from "./signature-without-zeros";

/**
 * How the signature is written and where it stands. These have no variants: `readTargets` reads every form at once, and the
 * scheme tells the place.
 */
export const formMistakes: readonly Mistake[] = [
  signatureWithPrefix,
  signatureInUppercase,
  signatureInBase64,
  signatureInBase64url,
  signatureBase64OfHex,
  signatureHexOfText,
  signatureAsRawBytes,
  signatureBytesAsText,
  signatureInDecimal,
  signatureInAnotherBase,
  signatureBytesReversed,
  signatureBase64InOneCase,
  signatureAsNumber,
  signatureAsNegativeNumber,
  signatureMistyped,
  signatureIsPrintedObject,
  signatureIsLabel,
  signatureIsEmptyValue,
  signatureIsSecret,
  signatureTruncated,
  signatureWithoutZeros,
  signatureNotLast,
  signatureTwice,
  signatureAfterFragment,
];
