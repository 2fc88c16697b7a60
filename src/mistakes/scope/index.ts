import type { Mistake } from "../mistake";
import { signedFullUrl } from "./signed-full-url";
import { signedPathOnly } from "./signed-path-only";
import { signedTargetUrlOnly } from "./signed-target-url-only";
import { signedWithEmptySignature } from "./signed-with-empty-signature";
import { signedWithFragment } from "./signed-with-fragment";
import { signedWithHost } from "./signed-with-host";
import { signedWithNewline } from "./signed-with-newline";
import { signedWithSignature } from "./signed-with-signature";
import { signedWithTrailingAmpersand } from "./signed-with-trailing-ampersand";
import { signedWithTrailingQuestionMark } from "./signed-with-trailing-question-mark";

/** Which part of the URL was signed: the cuts that every scheme invites. */
export const scopeMistakes: readonly Mistake[] = [
  signedFullUrl,
  signedWithHost,
  signedPathOnly,
  signedWithTrailingQuestionMark,
  signedWithTrailingAmpersand,
  signedWithEmptySignature,
  signedWithSignature,
  signedWithFragment,
  signedWithNewline,
  signedTargetUrlOnly,
];
