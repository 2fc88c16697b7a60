/** What stands in the place of a secret's characters, where it was copied while it was hidden. */
const MARKS = "•●·∙‧⬤▪■∗";
/** An asterisk may as well belong to a secret, several in a row hardly. */
const RUN = new RegExp(`[${MARKS}]{3,}|\\*{4,}`);
const ALL = new RegExp(`^\\s*(?:[${MARKS}]+|\\*{3,})\\s*$`);

/** Where a vault, a shell, a template or code finds a secret; a name has an underscore, as a secret with a “$” hardly has. */
const NAME =
  /^\s*(?:(?:op:\/\/|arn:aws:|vault:(?!v\d+:)|ssm:\/|projects\/[\w-]+\/secrets\/|@Microsoft\.KeyVault\()\S+|\$?\{\{.+\}\}|\$\{\w+\}|\$[A-Z][A-Z0-9]*_[A-Z0-9_]*|%[A-Z][A-Z0-9]*_[A-Z0-9_]*%|(?:process\.env|import\.meta\.env|os\.environ|ENV)[.[][\w'"\]]+)\s*$/;

/** As documents write what a reader has to put in. */
const PLACEHOLDER =
  /^\s*(?:<[\w .-]*(?:secret|key|token)[\w .-]*>|your[ _-](?:\w+[ _-])*(?:secret|key|token)(?:[ _-](?:key|here))*)\s*$/i;

/** What stands in the place of a pasted secret: marks for all of it, or for a part, or where it is kept, or a document’s word for it; `null` where nothing does. */
export type Masked = "all" | "part" | "name" | "placeholder";

export function maskedIn(text: string): Masked | null {
  if (ALL.test(text)) return "all";
  if (NAME.test(text)) return "name";
  if (PLACEHOLDER.test(text)) return "placeholder";
  return RUN.test(text) ? "part" : null;
}

/** As it stands among what a paste carried. */
export const MASKED: Readonly<Record<Masked, string>> = {
  all: "only the dots of a hidden field",
  part: "dots in the place of characters",
  name: "only where it is kept",
  placeholder: "a placeholder",
};
