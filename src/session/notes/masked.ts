/** What stands in the place of a secret's characters, where it was copied while it was hidden. */
const MARKS = "•●·∙‧⬤▪■∗";
/** An asterisk may as well belong to a secret, several in a row hardly. */
const RUN = new RegExp(`[${MARKS}]{3,}|\\*{4,}`);
const ALL = new RegExp(`^\\s*(?:[${MARKS}]+|\\*{3,})\\s*$`);

/** How much of a pasted secret was hidden where it was copied; `null` where nothing was. */
export type Masked = "all" | "part";

export function maskedIn(text: string): Masked | null {
  if (ALL.test(text)) return "all";
  return RUN.test(text) ? "part" : null;
}

/** As it stands among what a paste carried. */
export const MASKED: Readonly<Record<Masked, string>> = {
  all: "only the dots of a hidden field",
  part: "dots in the place of characters",
};
