import { memo } from "react";
import { ownLibraryOf } from "../../schemes/own-libraries";
import type { Scheme } from "../../schemes/scheme";
import type { Language } from "../../snippets/language";
import { CopyButton } from "../../ui/copy-button";
import { FoldMark } from "../../ui/fold-mark";
import { CodeText } from "./code-text";

interface OwnLibraryProps {
  readonly scheme: Scheme;
  readonly language: Language;
}

/** The same with the vendor's own library, where it has one for the language. */
export const OwnLibrary = memo(function OwnLibrary({ scheme, language }: OwnLibraryProps) {
  const library = ownLibraryOf(scheme, language.id);
  if (!library) return null;
  const { install, code, remark } = library;
  return (
    <details className="group border-t border-line text-sm">
      <summary className="list-none px-4 py-2 text-soft marker:hidden hover:text-ink pointer-coarse:py-3">
        <FoldMark />
        With {scheme.label}’s own library
      </summary>
      <div className="flex items-start gap-3 px-4">
        <p className="grow text-soft">
          <code translate="no" className="block font-mono text-[0.9em] text-ink">
            {install}
          </code>
          {remark} The URL in it is an example.
        </p>
        <CopyButton what="library call" text={code} />
      </div>
      <div className="px-4 pt-2 pb-3">
        <CodeText language={language} code={code} />
      </div>
    </details>
  );
});
