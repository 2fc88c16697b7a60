import { memo, useMemo } from "react";
import { highlight, type Token } from "../../snippets/highlight";
import type { Language } from "../../snippets/language";
import { LONG, LongText } from "../long-text";

interface CodeTextProps {
  readonly language: Language;
  readonly code: string;
  readonly testId?: string;
}

/** Beyond this code is shown in one colour. */
const MOST_COLOURED = 20_000;

/** Code in its colours. */
export function CodeText({ language, code, testId }: CodeTextProps) {
  const tokens = useMemo(
    () => (code.length > MOST_COLOURED ? null : highlight(language, code)),
    [language, code],
  );
  return (
    <pre
      data-testid={testId}
      translate="no"
      className="font-mono wrap-anywhere whitespace-pre-wrap text-[0.8125rem]/[1.375rem]"
    >
      {tokens ? (
        tokens.map(({ kind, text, part }, index) => (
          <Coloured key={index} kind={kind} text={text} part={part} />
        ))
      ) : (
        <Uncoloured code={code} />
      )}
    </pre>
  );
}

/** A keystroke changes few of many. */
const Coloured = memo(function Coloured({ kind, text, part }: Token) {
  return (
    <span data-token={kind} data-part={part === "message" ? "query" : part}>
      {text}
    </span>
  );
});

function Uncoloured({ code }: { readonly code: string }) {
  return code.length > LONG ? (
    <LongText length={code.length} slice={(from, to) => code.slice(from, to)} />
  ) : (
    code
  );
}
