import { type KeyboardEvent, memo } from "react";
import { languages } from "../../snippets";
import type { Language } from "../../snippets/language";
import { moveFocus } from "../../ui/move-focus";

interface LanguageTabsProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The languages, the likeliest first. */
export const LanguageTabs = memo(function LanguageTabs({ language, onLanguage }: LanguageTabsProps) {
  return (
    <div
      role="tablist"
      aria-label="Language"
      onKeyDown={(event) => {
        const next = languageByKey(event);
        if (next) onLanguage(next);
      }}
      className="flex flex-wrap gap-x-0.5 border-b border-line px-2 pt-2"
    >
      {languages.map((candidate) => (
        <button
          key={candidate.id}
          type="button"
          role="tab"
          id={`tab-${candidate.id}`}
          aria-selected={candidate === language}
          aria-controls="snippet"
          tabIndex={candidate === language ? 0 : -1}
          onClick={() => onLanguage(candidate)}
          className="-mb-px min-h-9 border-b-2 border-transparent px-2.5 text-sm font-medium text-soft hover:text-ink aria-selected:border-ink aria-selected:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {candidate.label}
        </button>
      ))}
    </div>
  );
});

/**
 * Arrow keys, Home and End move between tabs (ARIA Authoring Practices, "Tabs"): from the one that has the focus, for the code may be
 * some keys behind.
 */
function languageByKey(event: KeyboardEvent): Language | null {
  const focused = event.target instanceof Element ? event.target.id : "";
  const at = languages.findIndex(({ id }) => focused === `tab-${id}`);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: languages.length - 1 }[event.key];
  const next = to === undefined ? undefined : languages.at(to % languages.length);
  if (!next) return null;
  event.preventDefault();
  moveFocus(document.getElementById(`tab-${next.id}`));
  return next;
}
