import type { Scheme } from "../../schemes/scheme";
import { type Difference, nameOf, type TwoUrls } from "../../signing/clients/two-urls";
import { listed } from "../../signing/wording/listed";

interface ComparisonProps {
  readonly scheme: Scheme;
  readonly there: TwoUrls | null;
  readonly back: TwoUrls | null;
  /** True where the one in the URL field is valid with the secret entered. */
  readonly isRight: boolean;
}

/** What two URLs tell of each other, and who makes the one of the other. */
export function Comparison({ scheme, there, back, isRight }: ComparisonProps) {
  if (!there) return <p className="mt-3 font-medium">There is no request to {scheme.label} in it.</p>;
  const { proof, differences, reordered } = there;
  const isOneString = OF_ONE_STRING.has(proof);
  return (
    <div role="status" data-testid="two-urls" data-proof={proof} className="mt-3">
      <p className="font-medium">
        {PROOFS[proof](scheme.signatureWord)}{" "}
        {isRight &&
          (isOneString || proof === "one-signature") &&
          "The one in the URL field is right with this secret."}
      </p>
      {reordered && <p>The parameters are the same in another order.</p>}
      <ul className="mt-1.5 grid gap-1">
        {differences.map((difference, at) => (
          <Differing key={at} signatureWord={scheme.signatureWord} {...difference} />
        ))}
      </ul>
      {!isOneString && <p className="mt-1.5">{makersOf(there, back)}</p>}
    </div>
  );
}

interface DifferingProps extends Difference {
  readonly signatureWord: string;
}

function Differing({ where, made, arrived, signatureWord }: DifferingProps) {
  const part = where.part === "signature" ? signatureWord : where.part;
  return (
    <li data-where={nameOf(where)} className="break-all">
      <span className="text-soft">{where.part === "parameter" ? where.name : `the ${part}`}: </span>
      <Value text={made} /> <span className="text-quiet">→</span> <Value text={arrived} />
    </li>
  );
}

function Value({ text }: { readonly text: string | null }) {
  if (text === null) return <span className="text-soft">not there</span>;
  return text === "" ? <span className="text-soft">empty</span> : <code className="specimen">{text}</code>;
}

const PROOFS: Readonly<Record<TwoUrls["proof"], (signatureWord: string) => string>> = {
  "same-string": () => "Nothing that is signed differs between the two.",
  "other-digits": (word) =>
    `Two ${word}s stand over one string, and one secret makes only one of them. That is certain without it.`,
  "signature-changed": (word) => `Nothing that is signed differs between the two, but the ${word} does.`,
  "signature-moved": (word) =>
    `Nothing that is signed differs between the two, but the ${word} stands in another place.`,
  "one-signature": (word) =>
    `One ${word} stands over two strings, so at most one of the two URLs is right. That is certain without any secret.`,
  "two-signatures": (word) => `Each carries a ${word} of its own, so both may be right.`,
  unsigned: (word) => `Not both carry a ${word}.`,
};

const OF_ONE_STRING: ReadonlySet<TwoUrls["proof"]> = new Set([
  "same-string",
  "other-digits",
  "signature-changed",
  "signature-moved",
]);

function makersOf(there: TwoUrls, back: TwoUrls | null): string {
  if (there.makers.length > 0) return `This is what becomes of it by ${listed(there.makers)}.`;
  if (back && back.makers.length > 0)
    return `The other way round it is known: the one in the URL field is made of this one by ${listed(back.makers)}.`;
  return "No client known here makes the one of the other.";
}
