import type { Mistake } from "../../../mistakes/mistake";
import { secretIsApiKey } from "./secret-is-api-key";
import { secretWithApiKey } from "./secret-with-api-key";
import { signedWithApiKey } from "./signed-with-api-key";
import { signedWithFormat } from "./signed-with-format";
import { signedWithPath } from "./signed-with-path";
import { signedWithQuestionMark } from "./signed-with-question-mark";
import { tokenInQuery } from "./token-in-query";
import { tokenMisplaced } from "./token-misplaced";

/** Mistakes that only Urlbox's rule invites: it signs the query alone, and its path holds the API key. */
export const mistakes: readonly Mistake[] = [
  secretIsApiKey,
  secretWithApiKey,
  signedWithQuestionMark,
  signedWithPath,
  signedWithFormat,
  signedWithApiKey,
  tokenInQuery,
  tokenMisplaced,
];
