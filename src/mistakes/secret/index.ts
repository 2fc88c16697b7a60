import type { Mistake } from "../mistake";
import { secretBase64Decoded } from "./secret-base64-decoded";
import { secretBase64Encoded } from "./secret-base64-encoded";
import { secretCutAtHash } from "./secret-cut-at-hash";
import { secretDollarExpanded } from "./secret-dollar-expanded";
import { secretEmpty } from "./secret-empty";
import { secretHexDecoded } from "./secret-hex-decoded";
import { secretHexEncoded } from "./secret-hex-encoded";
import { secretIsPlaceholder } from "./secret-is-placeholder";
import { secretJsonEscaped } from "./secret-json-escaped";
import { secretOfAnotherEnvironment } from "./secret-of-another-environment";
import { secretTruncated } from "./secret-truncated";
import { secretUrlDecoded } from "./secret-url-decoded";
import { secretUrlEncoded } from "./secret-url-encoded";
import { secretWithInvisibleCharacter } from "./secret-with-invisible-character";
import { secretWithNewline } from "./secret-with-newline";
import { secretWithQuotes } from "./secret-with-quotes";
import { secretWithSpace } from "./secret-with-space";
import { secretWrongCase } from "./secret-wrong-case";

/** What was used as the key in place of the secret. */
export const secretMistakes: readonly Mistake[] = [
  secretWithNewline,
  secretWithSpace,
  secretWithQuotes,
  secretCutAtHash,
  secretDollarExpanded,
  secretHexDecoded,
  secretBase64Decoded,
  secretHexEncoded,
  secretBase64Encoded,
  secretUrlEncoded,
  secretUrlDecoded,
  secretJsonEscaped,
  secretWrongCase,
  secretWithInvisibleCharacter,
  secretOfAnotherEnvironment,
  secretIsPlaceholder,
  secretEmpty,
  secretTruncated,
];
