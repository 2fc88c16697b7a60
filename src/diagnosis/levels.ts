import { root } from "./candidates/nodes";
import type { Supply } from "./candidates/supply";
import { type Batch, product } from "./engine/batch";

/** One part of the search: what is tried, in which words users follow it, and why it has its place. */
export interface Level {
  readonly name: string;
  /** Why these are tried, and why here. */
  readonly why: string;
  /** What users read while it runs. */
  readonly doing: string;
  /** What its tries are counted as when nothing was found; empty where they are no kind of their own. */
  readonly counted: string;
  /** What the results are compared with, where it is not the signature as it was read. */
  readonly against?: "the other signatures" | "the digits, but for a few";
  /** The part of a shared search that tries it, where that is not the first. It builds on nothing that the levels of other parts have yielded. */
  readonly part?: "second" | "third" | "fourth";
  batches(supply: Supply): Iterable<Batch>;
}

const SINGLE = "Trying single mistakes";
const PAIR = "Trying pairs of mistakes";
const WITHIN = "Trying pairs of one kind";
const THREE = "Trying three mistakes at once";
const RECIPES = "recipes of other services";
const KEY_AND_STRING = "pairs of a secret and a string";
const WITH_COMPUTATION = "pairs with another computation";
const IN_STRING = "pairs of mistakes in the string";
const TWICE = "ways of signing twice";
const ALONE = "rarer strings";
const SIMILAR = "pairs of similar mistakes";
const TRIPLES = "combinations of three mistakes";

/** Whether a level looks for one mistake at a time: the first levels do. */
export const isSingle = ({ doing }: Level): boolean => doing === SINGLE;

/** The levels in the order in which they are searched. The search stops at the first that explains. */
export const LEVELS: readonly Level[] = [
  {
    name: "form and place",
    why: "Nothing was signed wrong; the signature is only written otherwise, was cut short, or stands in the wrong place.",
    doing: SINGLE,
    counted: "",
    batches: ({ keys, base, rightOrCut }) => product([keys.entered], [base], rightOrCut),
  },
  {
    name: "a slip in the digits",
    why: "All but a few digits agree with the right ones. It costs one HMAC, and no other string comes as near by chance.",
    doing: SINGLE,
    counted: "",
    against: "the digits, but for a few",
    batches: ({ keys, base, facts }) =>
      product(
        [keys.entered],
        [base],
        facts.rights.map((digest) => root(digest)),
      ),
  },
  {
    name: "the secret",
    why: "A wrong key with the right string; the keys are few, so this costs little.",
    doing: SINGLE,
    counted: "other treatments of the secret",
    batches: ({ keys, base, right }) => product(keys.singles, [base], right),
  },
  {
    name: "whole recipes of other services, in their own form",
    why: "Where the form is that service's as well, one cause is likelier than a mistake of the string and one of form.",
    doing: SINGLE,
    counted: RECIPES,
    batches: (supply) => supply.recipes(true),
  },
  {
    name: "the string",
    why: "The right key with one change of the string.",
    doing: SINGLE,
    counted: "other cuts and spellings of the URL",
    batches: ({ keys, singles, right }) => product([keys.entered], singles, right),
  },
  {
    name: "whole recipes of other services",
    why: "Key, string and computation differ at once but have one cause; they are some dozens.",
    doing: SINGLE,
    counted: RECIPES,
    batches: (supply) => supply.recipes(false),
  },
  {
    name: "the computation",
    why: "The right key and string; those cut short are tried as well, because nothing else has changed.",
    doing: SINGLE,
    counted: "other hashes and computations",
    batches: ({ keys, base, wrong, rare }) => product([keys.entered], [base], [...wrong, ...rare]),
  },
  {
    name: "signed twice",
    why: "Its string holds a signature, which has to be computed first.",
    doing: SINGLE,
    counted: TWICE,
    batches: (supply) => supply.resigned([supply.keys.entered], [supply.base]),
  },
  {
    name: "the other signature",
    why: "Where the URL carries two signatures, the one that does not count may be the right one.",
    doing: SINGLE,
    counted: "",
    against: "the other signatures",
    batches: ({ keys, base, right }) => product([keys.entered], [base], right),
  },
  {
    name: "the commonest pairs of secret and string",
    why: "The first ways of each mistake are its likeliest, and their pairs are few.",
    doing: PAIR,
    counted: KEY_AND_STRING,
    batches: ({ keys, common, right }) => product(keys.common, common, right),
  },
  {
    name: "the commonest strings with another computation",
    why: "Another hash comes with any other mistake; the commonest are tried first.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    batches: ({ keys, common, wrong }) => product([keys.entered], common, wrong),
  },
  {
    name: "the commonest secrets with another computation",
    why: "The same for the secret.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    batches: ({ keys, base, wrong }) => product(keys.common, [base], wrong),
  },
  {
    name: "another secret that was entered, mistaken once more",
    why: "Secrets that the user names are few and likelier than any placeholder.",
    doing: PAIR,
    counted: SIMILAR,
    batches: (supply) => product(supply.keys.doubled(supply.keys.theirs), [supply.base], supply.right),
  },
  {
    name: "the commonest pairs in the string",
    why: "A wrong part of the URL that was also spelled otherwise, each in its first ways.",
    doing: PAIR,
    counted: IN_STRING,
    batches: ({ keys, strings, right }) => product([keys.entered], strings.commonPairs(), right),
  },
  {
    name: "the commonest pairs of one kind in the string",
    why: "A part of the URL to which something was added, such as the line feed of “echo”.",
    doing: PAIR,
    counted: SIMILAR,
    batches: ({ keys, strings, right }) => product([keys.entered], strings.commonPairsWithin(), right),
  },
  {
    name: "a placeholder, mistaken once more",
    why: "A placeholder with a line feed, or an empty secret in quotes: their keys are few.",
    doing: PAIR,
    counted: SIMILAR,
    part: "second",
    batches: (supply) => product(supply.keys.doubled(supply.keys.odd), [supply.base], supply.right),
  },
  {
    name: "strings put together otherwise",
    why: "One mistake, but hundreds of strings that are each rarer than the commonest pairs.",
    doing: SINGLE,
    counted: ALONE,
    part: "second",
    batches: ({ keys, strings, right }) => product([keys.entered], strings.alone("alone"), right),
  },
  {
    name: "values that were others",
    why: "One mistake, but thousands of values: the commonest pairs are fewer.",
    doing: SINGLE,
    counted: ALONE,
    batches: ({ keys, strings, right }) => product([keys.entered], strings.alone("manyAlone"), right),
  },
  {
    name: "a mistaken string, signed twice",
    why: "The first signature was made of a wrong string as well.",
    doing: PAIR,
    counted: TWICE,
    part: "second",
    batches: (supply) => supply.resigned([supply.keys.entered], supply.singles),
  },
  {
    name: "a mistaken secret, signed twice",
    why: "Both signatures were made with the same wrong key.",
    doing: PAIR,
    counted: TWICE,
    part: "second",
    batches: (supply) => supply.resigned(supply.keys.pairable, [supply.base]),
  },
  {
    name: "likely secrets with likely strings",
    why: "Pairs of two likely halves that the commonest ones have left over.",
    doing: PAIR,
    counted: KEY_AND_STRING,
    part: "second",
    batches: (supply) => supply.beyond(product(supply.keys.likely, supply.likely, supply.right)),
  },
  {
    name: "all pairs in the string",
    why: "Two mistakes of different groups; they need no new key, so they are cheap.",
    doing: PAIR,
    counted: IN_STRING,
    batches: ({ keys, strings, right }) => product([keys.entered], strings.pairs(), right),
  },
  {
    name: "likely strings with another computation",
    why: "What the commonest strings have left over.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    part: "second",
    batches: (supply) => supply.beyond(product([supply.keys.entered], supply.likely, supply.wrong)),
  },
  {
    name: "strings put together otherwise, with another computation",
    why: "Whole recipes of other vendors have another hash as well.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    part: "second",
    batches: ({ keys, strings, commonWrong }) =>
      product([keys.entered], strings.firstAlone(100), commonWrong),
  },
  {
    name: "strings put together otherwise, with the commonest secrets",
    why: "Code that puts the string together by hand often reads its secret by hand as well.",
    doing: PAIR,
    counted: KEY_AND_STRING,
    part: "second",
    batches: ({ keys, strings, right }) => product(keys.common, strings.firstAlone(24), right),
  },
  {
    name: "every secret with another computation",
    why: "What the commonest keys have left over.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    part: "second",
    batches: (supply) => supply.beyond(product(supply.keys.pairable, [supply.base], supply.wrong)),
  },
  {
    name: "the secret, for the other signature",
    why: "Two signatures are one mistake already, so a second one comes among the pairs.",
    doing: PAIR,
    counted: "",
    against: "the other signatures",
    part: "second",
    batches: ({ keys, base, right }) => product(keys.singles, [base], right),
  },
  {
    name: "the string, for the other signature",
    why: "The same for the string.",
    doing: PAIR,
    counted: "",
    against: "the other signatures",
    part: "second",
    batches: ({ keys, singles, right }) => product([keys.entered], singles, right),
  },
  {
    name: "rare secrets with likely strings",
    why: "The secret is the unlikely half.",
    doing: PAIR,
    counted: KEY_AND_STRING,
    part: "second",
    batches: (supply) => supply.beyond(product(supply.keys.rare, supply.likely, supply.right)),
  },
  {
    name: "every secret with unlikely strings",
    why: "The string is the unlikely half. These are the most pairs, so all others come before them.",
    doing: PAIR,
    counted: KEY_AND_STRING,
    part: "second",
    batches: (supply) => supply.beyond(product(supply.keys.pairable, supply.unlikely, supply.right)),
  },
  {
    name: "unlikely strings with another computation",
    why: "The last pairs of two kinds.",
    doing: PAIR,
    counted: WITH_COMPUTATION,
    part: "second",
    batches: (supply) => supply.beyond(product([supply.keys.entered], supply.unlikely, supply.wrong)),
  },
  {
    name: "the secret, mistaken twice",
    why: "Two mistakes of one kind are rarer than two of different kinds. Each new key costs three HMACs.",
    doing: WITHIN,
    counted: SIMILAR,
    part: "second",
    batches: (supply) => product(supply.keys.doubled(supply.keys.own), [supply.base], supply.right),
  },
  {
    name: "every other secret, mistaken once more",
    why: "Placeholders are many, so a second mistake is made in its first way only.",
    doing: WITHIN,
    counted: SIMILAR,
    part: "second",
    batches: (supply) => product(supply.keys.doubled(supply.keys.others, 1), [supply.base], supply.right),
  },
  {
    name: "all pairs of one kind in the string",
    why: "Two mistakes of one group, in every way.",
    doing: WITHIN,
    counted: SIMILAR,
    batches: ({ keys, strings, right }) => product([keys.entered], strings.pairsWithin(), right),
  },
  {
    name: "likely strings with a rare computation",
    why: "A computation with two mistakes, or one whose result was cut short, makes three with the string.",
    doing: WITHIN,
    counted: SIMILAR,
    part: "third",
    batches: ({ keys, likely, lessRare }) => product([keys.entered], likely, lessRare),
  },
  {
    name: "every secret with a rare computation",
    why: "The same for the secret.",
    doing: WITHIN,
    counted: SIMILAR,
    part: "third",
    batches: ({ keys, base, lessRare }) => product(keys.pairable, [base], lessRare),
  },
  {
    name: "the commonest strings and secrets with the rarest computations",
    why: "Another hash, and a separator before or after the secret: with any secret or string they would be four at once.",
    doing: WITHIN,
    counted: SIMILAR,
    part: "third",
    *batches({ keys, common, base, rarest }) {
      yield* product([keys.entered], common, rarest);
      yield* product(keys.common, [base], rarest);
    },
  },
  {
    name: "three: secret, string and computation",
    why: "Three mistakes are rare, so only the likeliest are tried together, after everything else.",
    doing: THREE,
    counted: TRIPLES,
    part: "fourth",
    batches: (supply) => product(supply.keys.tripled, supply.tripled, supply.wrong),
  },
  {
    name: "three: a secret, and a string with two",
    why: "A part of the URL to which something was added or that was spelled otherwise, with a wrong key.",
    doing: THREE,
    counted: TRIPLES,
    batches: (supply) => product(supply.keys.tripled, supply.pairsForThree, supply.right),
  },
  {
    name: "three: a computation, and a string with two",
    why: "The same with another hash.",
    doing: THREE,
    counted: TRIPLES,
    batches: (supply) => product([supply.keys.entered], supply.pairsForThree, supply.commonWrong),
  },
  {
    name: "three in the string",
    why: "The URL changed twice, and then only a part of it signed, or something added.",
    doing: THREE,
    counted: TRIPLES,
    batches: ({ keys, triples, right }) => product([keys.entered], triples, right),
  },
];
