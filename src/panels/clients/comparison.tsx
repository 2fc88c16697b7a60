import type { Scheme } from "../../schemes/scheme";
import { listed } from "../../signing/listed";
import type { Difference, TwoUrls } from "../../signing/two-urls";

interface ComparisonProps {
  readonly scheme: Scheme;
  readonly there: TwoUrls | null;
  readonly back: TwoUrls | null;
  /** True where the one above is valid with the secret entered. */
  readonly isRight: boolean;
}

/** What two URLs tell of each other, and who makes the one of the other. */
export function Comparison({ scheme, there, back, isRight }: ComparisonProps) {
  if (!there) return <p className="mt-3 font-medium">There is no request to {scheme.label} in it.</p>;
  const { proof, differences, reordered } = there;
  return (
    <div role="status" data-testid="two-urls" data-proof={proof} className="mt-3">
      <p className="font-medium">
        {PROOFS[proof](scheme.signatureWord)}{" "}
        {proof === "one-signature" && isRight && "The one above is right with this secret."}
      </p>
      {reordered && <p>The parameters are the same in another order.</p>}
      <ul className="mt-1.5 grid gap-1">
        {differences.map((difference, at) => (
          <Differing key={at} {...difference} />
        ))}
      </ul>
      {proof !== "same-string" && <p className="mt-1.5">{makersOf(there, back)}</p>}
    </div>
  );
}

function Differing({ where, made, arrived }: Difference) {
  return (
    <li data-where={where.part === "path" ? "path" : where.name} className="break-all">
      <span className="text-soft">{where.part === "path" ? "the path" : where.name}: </span>
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
  "one-signature": (word) =>
    `One ${word} stands over two strings, so at most one of the two URLs is right. That is certain without any secret.`,
  "two-signatures": (word) => `Each carries a ${word} of its own, so both may be right.`,
  unsigned: (word) => `Not both carry a ${word}.`,
};

function makersOf(there: TwoUrls, back: TwoUrls | null): string {
  if (there.makers.length > 0) return `This is what becomes of it by ${listed(there.makers)}.`;
  if (back && back.makers.length > 0)
    return `The other way round it is known: the one above is made of this one by ${listed(back.makers)}.`;
  return "No client known here makes the one of the other.";
}
