import type { Mistake } from "../mistake";
import { secretAsNumber } from "./secret-as-number";
import { secretAsPrinted } from "./secret-as-printed";
import { secretAtExpanded } from "./secret-at-expanded";
import { secretBase32Decoded } from "./secret-base32-decoded";
import { secretBase64Decoded } from "./secret-base64-decoded";
import { secretBase64Encoded } from "./secret-base64-encoded";
import { secretCutAtHash } from "./secret-cut-at-hash";
import { secretDollarExpanded } from "./secret-dollar-expanded";
import { secretEmpty } from "./secret-empty";
import { secretHashed } from "./secret-hashed";
import { secretHexDecoded } from "./secret-hex-decoded";
import { secretHexEncoded } from "./secret-hex-encoded";
import { secretHtmlEscaped } from "./secret-html-escaped";
import { secretInItsWrapping } from "./secret-in-its-wrapping";
import { secretInLatin1 } from "./secret-in-latin-1";
import { secretInUtf16 } from "./secret-in-utf-16";
import { secretIsAnOption } from "./secret-is-an-option";
import { secretIsFileName } from "./secret-is-file-name";
import { secretIsPlaceholder } from "./secret-is-placeholder";
import { secretIsPrintedObject } from "./secret-is-printed-object";
import { secretJsonEscaped } from "./secret-json-escaped";
import { secretMasked } from "./secret-masked";
import { secretMistyped } from "./secret-mistyped";
import { secretOfAnotherEnvironment } from "./secret-of-another-environment";
import { secretPadded } from "./secret-padded";
import { secretSanitised } from "./secret-sanitised";
import { secretShellQuoted } from "./secret-shell-quoted";
import { secretTakenForFormat } from "./secret-taken-for-format";
import { secretThroughSed } from "./secret-through-sed";
import { secretTruncated } from "./secret-truncated";
import { secretTwice } from "./secret-twice";
import { secretUrlDecoded } from "./secret-url-decoded";
import { secretUrlEncoded } from "./secret-url-encoded";
import { secretWithAmpersand } from "./secret-with-ampersand";
import { secretWithInvisibleCharacter } from "./secret-with-invisible-character";
import { secretWithNewline } from "./secret-with-newline";
import { secretWithPrefix } from "./secret-with-prefix";
import { secretWithQuotes } from "./secret-with-quotes";
import { secretWithSignsAround } from "./secret-with-signs-around";
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
  secretWithAmpersand,
  secretWithPrefix,
  secretInItsWrapping,
  secretWithSignsAround,
  secretAsPrinted,
  secretHtmlEscaped,
  secretSanitised,
  secretAsNumber,
  secretTakenForFormat,
  secretThroughSed,
  secretAtExpanded,
  secretShellQuoted,
  secretInUtf16,
  secretInLatin1,
  secretHashed,
  secretTwice,
  secretPadded,
  secretBase32Decoded,
  secretOfAnotherEnvironment,
  secretIsPlaceholder,
  secretIsPrintedObject,
  secretIsAnOption,
  secretIsFileName,
  secretEmpty,
  secretMasked,
  secretTruncated,
  secretMistyped,
];
