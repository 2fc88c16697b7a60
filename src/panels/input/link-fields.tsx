import { memo } from "react";
import { linkPartsOf } from "../../schemes/link-parts";
import type { Scheme } from "../../schemes/scheme";
import type { UrlText } from "../../signing/types";
import { SchemeFields } from "./scheme-fields";

interface LinkFieldsProps {
  readonly scheme: Scheme;
  readonly text: UrlText;
  readonly onText: (text: UrlText, run: string) => void;
}

/** What of the link is no option and is not signed, changed where it stands. */
export const LinkFields = memo(function LinkFields({ scheme, text, onText }: LinkFieldsProps) {
  const parts = linkPartsOf(scheme);
  const values = parts?.read(text);
  if (!parts || !values) return null;
  return (
    <div className="pt-1.5 pb-3">
      <SchemeFields
        fields={parts.fields}
        values={values}
        onChange={(changed) => onText(parts.write(text, changed), "link part")}
      />
      <p className="mt-1 text-sm text-soft">{parts.remark}</p>
    </div>
  );
});
