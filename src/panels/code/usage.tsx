import type { Form, Language } from "../../snippets/language";

interface UsageProps {
  readonly language: Language;
  readonly form: Form;
  readonly secretVariable: string;
}

/** What the code does and how it is used, in one or two sentences. */
export function Usage({ language, form, secretVariable }: UsageProps) {
  if (form === "test")
    return (
      <>
        Tests the function with {language.test.runner}: <Mono>{language.test.command}</Mono>. It holds a
        published secret, never yours.
      </>
    );
  if (language.usage) return `${form === "function" ? "Signs any URL. " : ""}${language.usage}`;
  return (
    <>
      {form === "function" ? "Signs any URL, and prints this one." : "Prints this URL."} Reads the secret from{" "}
      <Mono secret>{secretVariable}</Mono>.
    </>
  );
}

function Mono({ secret = false, children }: { readonly secret?: boolean; readonly children: string }) {
  return <code className={`font-mono text-[0.9em] ${secret ? "text-key" : ""}`}>{children}</code>;
}
