/** In place of a text that nobody here can know: a character that no string which was signed holds. */
export const UNKNOWN = "\0";

/** What stands for the secret in a signed string that is shown. */
export const MARKED_SECRET = "«secret»";
