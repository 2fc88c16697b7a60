import type { Mistake } from "../mistake";
import { signedQueryOnly } from "./signed-query-only";
import { signedWithoutLeadingSlash } from "./signed-without-leading-slash";
import { signedWithoutQuestionMark } from "./signed-without-question-mark";

/** Mistakes that a rule of path and query invites; schemes with such a rule take them as their own. */
export const pathAndQueryMistakes: readonly Mistake[] = [
  signedWithoutLeadingSlash,
  signedQueryOnly,
  signedWithoutQuestionMark,
];
