import { useQuery } from "@tanstack/react-query";
import { memo, useMemo } from "react";
import type { Scheme } from "../../schemes/scheme";
import { firstExample, knownAnswerQuery } from "../../session/known-answer";
import type { Session } from "../../session/session";
import type { State } from "../../session/state";
import type { ComputationName } from "../../signing/computations";
import { joinParts } from "../../signing/sign";
import type { SigningRequest } from "../../signing/types";
import { findLanguage, languages } from "../../snippets";
import { type Form, type KnownAnswer, type Language, writeCode } from "../../snippets/language";
import { planSnippet } from "../../snippets/plan";
import { Choice } from "../../ui/choice";
import { CopyButton } from "../../ui/copy-button";
import { CodeText } from "./code-text";
import { LanguageTabs } from "./language-tabs";
import { OwnLibrary } from "./own-library";
import { Usage } from "./usage";

export interface SnippetsPanelProps {
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly hash: ComputationName;
  /** Counts changes of the request. */
  readonly inputs: number;
  /** The published secret in use; empty where the user's own is. */
  readonly demoSecret: string;
  readonly language: State["language"];
  readonly form: State["form"];
  readonly show: Session["show"];
}

const FORM_OPTIONS = [
  { value: "function", label: "Function" },
  { value: "script", label: "Script" },
  { value: "test", label: "Test" },
] as const satisfies readonly { value: Form; label: string }[];

/** How to sign this URL in the reader's language: a function for any URL, a script for this one, a test. */
export const SnippetsPanel = memo(function SnippetsPanel(props: SnippetsPanelProps) {
  const { scheme, form, show } = props;
  const language = findLanguage(props.language) ?? languages[0];
  const code = useCode(props, language);
  return (
    <section aria-label="Code" className="still min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <h2 className="grow text-base/8 font-semibold">The same in code</h2>
        <div data-screen className="order-1 sm:order-none">
          <Choice
            label="Form"
            value={form}
            options={FORM_OPTIONS}
            onChange={(chosen) => show({ form: chosen })}
          />
        </div>
        <CopyButton what="code" text={code} />
        <p className="order-1 w-full text-soft">
          <Usage language={language} form={form} secretVariable={scheme.secretVariables[0]} />
        </p>
      </div>
      <div className="rounded-box border border-line bg-surface">
        <LanguageTabs language={language} onLanguage={({ id }) => show({ language: id })} />
        <div
          id="snippet"
          role="tabpanel"
          aria-labelledby={`tab-${language.id}`}
          tabIndex={0}
          className="max-h-112 overflow-y-auto px-4 py-3"
        >
          <CodeText language={language} code={code} testId="snippet" />
        </div>
        <OwnLibrary scheme={scheme} language={language} />
      </div>
    </section>
  );
});

/** The code on show; a test waits for the signature that it holds. */
function useCode(props: SnippetsPanelProps, language: Language): string {
  const { scheme, request, hash, form } = props;
  const known = useKnownAnswer(props);
  return useMemo(
    () => writeCode(language, form, planSnippet(scheme, request, hash), known),
    [language, form, scheme, request, hash, known],
  );
}

/** This URL with the published secret that is in use, else the scheme's first example: never the user's secret. */
function useKnownAnswer({
  scheme,
  request,
  hash,
  form,
  inputs,
  demoSecret,
}: SnippetsPanelProps): KnownAnswer | null {
  const known = useMemo(
    () => (form !== "test" ? null : demoSecret ? { request, secret: demoSecret } : firstExample(scheme)),
    [form, scheme, request, demoSecret],
  );
  const { data: signature } = useQuery(knownAnswerQuery(scheme, known, hash, demoSecret ? inputs : 0));
  return useMemo(
    () =>
      known && signature
        ? {
            url: planSnippet(scheme, known.request, hash).unsignedUrl,
            secret: known.secret,
            signedUrl: joinParts(scheme.assemble(known.request, signature)).toWellFormed(),
          }
        : null,
    [scheme, known, signature, hash],
  );
}
