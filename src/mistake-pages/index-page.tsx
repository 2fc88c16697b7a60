import type { Group, Mistake } from "../mistakes/mistake";
import type { Scheme } from "../schemes/scheme";
import { TextLink } from "../ui/text-link";
import { Code, Section } from "./document";
import { inWords } from "./words";

/** What one sees first, by which people look a mistake up. */
const SYMPTOMS: Readonly<Record<Group, string>> = {
  secret: "It works on one machine and not on another: the secret",
  scope: "No URL works: the part that is signed",
  encoding: "Only URLs with spaces, accents or special characters fail: the spelling",
  change: "It was valid when it was made, and is not where it arrives: a change after signing",
  digest: "No URL works, and the string is right: the computation",
  form: "The digits look wrong at sight: how the signature is written, and where it stands",
};

interface IndexPageProps {
  readonly mistakes: readonly (readonly [Mistake, Scheme])[];
  readonly schemes: readonly Scheme[];
  /** How many of the pages have a case to try. */
  readonly live: number;
}

/** Every mistake by what one sees of it, and every error of a vendor with what it means. */
export function IndexPage({ mistakes, schemes, live }: IndexPageProps) {
  return (
    <>
      <h1 className="text-2xl/snug font-bold tracking-tight">Why a URL’s signature does not match</h1>
      <p className="mt-3">
        {mistakes.length} mistakes, each with the fix and a way to check it by hand, and {live} with a broken
        case to try. With your own URL, <TextLink href="../">the playground</TextLink> names the one that was
        made, and proves it.
      </p>
      {Object.entries(SYMPTOMS).map(([group, symptom]) => (
        <Section key={group} title={symptom}>
          <ul className="grid gap-1.5">
            {mistakes
              .filter(([mistake]) => mistake.group === group)
              .map(([mistake, scheme]) => (
                <li key={mistake.id}>
                  <TextLink href={`./${mistake.id}.html`}>{inWords(mistake, scheme).title}</TextLink>
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <Section title="By what the vendor answers">
        {schemes.flatMap((scheme) =>
          scheme.vendorErrors.map(({ says, means, toDo }) => (
            <div key={`${scheme.id} ${says}`} className="mt-3">
              <Code>{says}</Code>
              <p className="mt-1">
                {scheme.label}: {means} {toDo}
              </p>
            </div>
          )),
        )}
      </Section>
    </>
  );
}
