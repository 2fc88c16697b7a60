import { type KeyboardEvent, memo, useMemo, useState } from "react";
import type { Scheme } from "../../schemes/scheme";
import type { HashName, SigningRequest } from "../../signing/types";
import { languages } from "../../snippets";
import { highlight, type Token } from "../../snippets/highlight";
import type { Language } from "../../snippets/language";
import { planSnippet } from "../../snippets/plan";
import { CopyButton } from "../../ui/copy-button";

export interface SnippetsPanelProps {
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly hash: HashName;
}

/** Beyond this code is shown in one colour. */
const MOST_COLOURED = 20_000;

/** Programs that print this signed URL, and take the secret from the environment. */
export const SnippetsPanel = memo(function SnippetsPanel({ scheme, request, hash }: SnippetsPanelProps) {
  const [language, setLanguage] = useState<Language>(languages[0]);
  const code = useMemo(
    () => language.write(planSnippet(scheme, request, hash)),
    [language, scheme, request, hash],
  );
  const tokens = useMemo(
    () => (code.length > MOST_COLOURED ? null : highlight(language, code)),
    [language, code],
  );
  return (
    <section aria-label="Code" className="still min-w-0">
      <div className="mb-2 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5">
        <h2 className="text-base/8 font-semibold">The same in code</h2>
        <CopyButton what="code" text={code} />
        <p className="col-span-2 text-soft">
          {language.usage ?? (
            <>
              Prints this URL. Reads the secret from{" "}
              <code className="font-mono text-[0.9em] text-key">{scheme.secretVariables[0]}</code>.
            </>
          )}
        </p>
      </div>
      <div className="rounded-box border border-line bg-surface">
        <Tabs language={language} onLanguage={setLanguage} />
        <div
          id="snippet"
          role="tabpanel"
          aria-labelledby={`tab-${language.id}`}
          tabIndex={0}
          className="max-h-112 overflow-y-auto px-4 py-3"
        >
          <pre
            data-testid="snippet"
            translate="no"
            className="font-mono wrap-anywhere whitespace-pre-wrap text-[0.8125rem]/[1.375rem]"
          >
            {tokens
              ? tokens.map(({ kind, text, part }, index) => (
                  <Coloured key={index} kind={kind} text={text} part={part} />
                ))
              : code}
          </pre>
        </div>
      </div>
    </section>
  );
});

/** A keystroke changes few of many. */
const Coloured = memo(function Coloured({ kind, text, part }: Token) {
  return (
    <span data-token={kind} data-part={part === "message" ? "query" : part}>
      {text}
    </span>
  );
});

interface TabsProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

const Tabs = memo(function Tabs({ language, onLanguage }: TabsProps) {
  return (
    <div
      role="tablist"
      aria-label="Language"
      onKeyDown={(event) => onLanguage(languageByKey(event, language))}
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
          className="-mb-px min-h-9 border-b-2 border-transparent px-2.5 text-sm font-medium text-soft hover:text-ink aria-selected:border-ink aria-selected:text-ink pointer-coarse:min-h-11"
        >
          {candidate.label}
        </button>
      ))}
    </div>
  );
});

/** Arrow keys, Home and End move between tabs (ARIA Authoring Practices, "Tabs"). */
function languageByKey(event: KeyboardEvent, current: Language): Language {
  const at = languages.indexOf(current);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: languages.length - 1 }[event.key];
  const next = to === undefined ? undefined : languages.at(to % languages.length);
  if (!next) return current;
  event.preventDefault();
  document.getElementById(`tab-${next.id}`)?.focus();
  return next;
}
