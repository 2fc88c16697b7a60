export const QUOTES = /^["'`“”„‟‘’‚‛«»‹›]|["'`“”„‟‘’‚‛«»‹›]$/g;
/** But for a tab, which can be typed. */
export const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\u2800]/gu;

/** A secret without what mostly came along with it: invisible characters, white space around it, then quotes. */
export function bareSecret(text: string): string {
  return text.replace(INVISIBLE, "").trim().replace(QUOTES, "");
}
