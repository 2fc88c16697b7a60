import type { Mistake } from "../mistake";
import { digestInsteadOfHmac } from "./digest-instead-of-hmac";
import { keyAndMessageSwapped } from "./key-and-message-swapped";
import { recipeOfAnotherVendor } from "./recipe-of-another-vendor";
import { secretAndStringHashed } from "./secret-and-string-hashed";
import { wrongHash } from "./wrong-hash";

/** What was computed of the right key and the right string. */
export const digestMistakes: readonly Mistake[] = [
  wrongHash,
  digestInsteadOfHmac,
  keyAndMessageSwapped,
  secretAndStringHashed,
  recipeOfAnotherVendor,
];
