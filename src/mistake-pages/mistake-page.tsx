import type { Mistake } from "../mistakes/mistake";
import type { Example, Scheme } from "../schemes/scheme";
import { languages } from "../snippets";
import { byHand } from "./by-hand";
import { Code, Section } from "./document";
import { lineInExample } from "./line-in-example";
import { inWords } from "./words";

interface MistakePageProps {
  readonly mistake: Mistake;
  /** The vendors whose users make it, the one of its example first. */
  readonly schemes: readonly Scheme[];
  /** Its live case; `null` where that needs more than a URL and a secret. */
  readonly live: Example | null;
}

/** What happened, who does it, how code looks before and after, and how to check it without this page. */
export function MistakePage({ mistake, schemes, live }: MistakePageProps) {
  const [scheme] = schemes;
  if (!scheme) return null;
  const { title, why, fix } = inWords(mistake, scheme);
  const { right, wrong } = byHand(mistake);
  return (
    <>
      <p className="font-mono text-sm text-soft">{mistake.id}</p>
      <h1 className="text-2xl/snug font-bold tracking-tight text-balance">{title}</h1>
      <p className="mt-3">{why}</p>
      <p className="mt-3">
        <strong className="text-good">Fix</strong> {fix}
      </p>
      <p className="mt-3 text-soft">Seen with {schemes.map(({ label }) => label).join(" and ")}.</p>
      {live && (
        <Section title="A broken case, live">
          <Code>{live.url}</Code>
          <iframe
            title={`A URL with this mistake: ${title}`}
            src={`../embed.html?theme=auto#v=1&example=${mistake.id}`}
            className="mt-3 h-240 w-full rounded-box sm:h-146 border border-line"
          />
        </Section>
      )}
      <Section title="Check it without this page">
        <p className="mb-2">This prints the right digits {live ? "for the example above" : "of a string"}:</p>
        <Code>{right}</Code>
        {wrong && (
          <>
            <p className="my-2">
              {live
                ? "And this the digits that are in its URL, so this is what was signed:"
                : "And this the digits that the mistake makes of it:"}
            </p>
            <Code>{wrong}</Code>
          </>
        )}
      </Section>
      <InCode mistake={mistake} />
    </>
  );
}

function InCode({ mistake }: { readonly mistake: Mistake }) {
  const changes = languages.flatMap((language) => {
    const change = lineInExample(mistake, language);
    return change ? [{ language, change }] : [];
  });
  if (changes.length === 0) return null;
  return (
    <Section title="In code, before and after">
      <dl className="grid gap-4">
        {changes.map(({ language, change }) => (
          <div key={language.id}>
            <dt className="mb-1 font-medium">{language.label}</dt>
            <dd>
              <Code>
                <Lines sign="-" text={change.removed} look="text-bad" />
                <Lines sign="+" text={change.added} look="text-good" />
              </Code>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface LinesProps {
  readonly sign: "-" | "+";
  readonly text: string;
  readonly look: string;
}

function Lines({ sign, text, look }: LinesProps) {
  return text.split("\n").map((line, index) => (
    <span key={index} className={`block pl-4 -indent-4 ${look}`}>
      {`${sign} ${line}\n`}
    </span>
  ));
}
