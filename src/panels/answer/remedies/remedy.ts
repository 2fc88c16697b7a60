/** One way to have a URL that is right. */
export interface Remedy {
  /** The choice, in words. */
  readonly words: string;
  readonly hint: string;
  readonly url: string;
  /** What the button says that puts it into the field. */
  readonly use: string;
  /** What its button copies, where that is neither the corrected URL nor the one that was signed. */
  readonly what?: string;
  /** True where the URL that was sent is more likely to be the right one. */
  readonly isDoubtful?: true;
}

export const AS_SIGNED = "Use the URL that was signed";
export const BY_THE_RULE = "Signed with this secret, by the rule.";
/** Of the URL as it was signed, which may as well have been signed otherwise than it was sent. */
export const IF_CHANGED = "Send it as it was, if it was changed";
export const AS_IT_SHOULD_BE = "The URL as it should be";
