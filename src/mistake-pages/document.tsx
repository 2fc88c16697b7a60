import type { ReactNode } from "react";
import { Logo } from "../ui/logo";
import { TextLink } from "../ui/text-link";

interface DocumentProps {
  readonly title: string;
  readonly description: string;
  /** The path of the build's style sheet from this page. */
  readonly css: string;
  readonly policy: string;
  readonly children: ReactNode;
}

/** A page without scripts, one folder below the playground. */
export function Document({ title, description, css, policy, children }: DocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} Countersign`}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="../favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={css} />
      </head>
      <body>
        <header className="border-b border-line">
          <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <Logo />
            <a href="../" className="mr-auto text-lg font-bold tracking-tight">
              Countersign
            </a>
            <nav className="flex flex-wrap gap-x-4">
              <TextLink href="./index.html">All mistakes</TextLink>
              <TextLink href="./for-docs.html">For documentation</TextLink>
            </nav>
          </div>
        </header>
        <main className="mx-auto max-w-3xl px-4 py-8">{children}</main>
      </body>
    </html>
  );
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-lg font-semibold tracking-tight">{title}</h2>
      {children}
    </section>
  );
}

/** Code or a string that is read to the byte. */
export function Code({ children }: { readonly children: ReactNode }) {
  return (
    <pre
      translate="no"
      className="overflow-x-auto rounded-box border border-line bg-surface px-4 py-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
    >
      {children}
    </pre>
  );
}
