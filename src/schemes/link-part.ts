import type { Settings, UrlText } from "../signing/types";
import type { SettingField } from "./scheme";

/** What of a finished link is no option and is not signed, to be read and changed in its place. */
export interface LinkParts {
  readonly fields: readonly Omit<SettingField, "inLink">[];
  /** One sentence below them. */
  readonly remark: string;
  /** Their texts, as they stand; `null` where the link is not made as the vendor says. */
  read(text: UrlText): Settings | null;
  /** The same link with other texts. */
  write(text: UrlText, values: Settings): UrlText;
}
