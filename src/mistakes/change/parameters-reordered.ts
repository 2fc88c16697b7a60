import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { hashMapOrders } from "../text/hash-map-orders";
import { formDecode } from "../text/parameters";
import { joined } from "../text/respell";
import { LESS_USUAL, OFTEN, USUAL } from "../weights";

export const parametersReordered: Mistake = {
  id: "parameters-reordered",
  group: "change",
  isDoneBySigners: true,
  reorders: true,
  title: "The parameters were signed in another order than they stand in.",
  why: "urlbox-dotnet and the Urlbox command line sort before signing, some CDNs and frameworks after it; Go’s url.Values sorts whenever it is encoded.",
  fix: "Sign the query in the order in which it is sent.",
  example: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?height=100&width=200",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?height=200&width=100",
  },
  urls: reorderings,
  leftOut: ({ query }) =>
    cutQuery(query ?? "").length > MOST_PERMUTED
      ? `Of more than ${MOST_PERMUTED} parameters only the likeliest orders were tried.`
      : null,
};

type Compare = (a: Parameter, b: Parameter) => number;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Where they stood so; whether something had sorted them, their order does not say. */
const ASCENDING: readonly [compare: Compare, detail: string][] = [
  [(a, b) => byText(a.name, b.name), "They stood sorted by name when they were signed."],
  [(a, b) => byText(a.text, b.text), "They stood sorted when they were signed."],
  [
    (a, b) => byText(percentDecode(a.text), percentDecode(b.text)),
    "They stood sorted when they were signed.",
  ],
  [
    (a, b) => byText(a.name.toLowerCase(), b.name.toLowerCase()),
    "They stood sorted by name, whatever the case, when they were signed.",
  ],
];

/** Only three parameters and more show such an order; two are just the other way round. */
const DESCENDING: readonly [compare: Compare, detail: string][] = [
  [(a, b) => byText(b.name, a.name), "They stood from Z to A when they were signed."],
  [(a, b) => byText(b.text, a.text), "They stood from Z to A when they were signed."],
  [(a, b) => a.text.length - b.text.length, "They stood by length when they were signed."],
];

/** All orders of up to this many parameters are tried. */
const MOST_PERMUTED = 6;

/** The same parameters in other orders: sorted ones first, then one moved, then every order of up to six. */
function* reorderings(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (parameters.length < 2) return;
  const sent = standsSorted(parameters) ? ` ${SENT_SORTED}` : "";
  const as = (order: readonly Parameter[], detail: string, weight: number): Variant<UrlText> => ({
    value: { ...url, query: joined(order) },
    detail: detail + sent,
    weight,
  });
  if (parameters.length === 2) {
    const swapped = parameters.toReversed();
    for (const [compare, detail] of ASCENDING) yield as(parameters.toSorted(compare), detail, OFTEN);
    yield as(swapped, orderDetail(swapped), OFTEN);
    return;
  }
  for (const [compare, detail] of [...ASCENDING, ...DESCENDING])
    yield as(parameters.toSorted(compare), detail, OFTEN);
  yield as(parameters.toReversed(), "They stood in the opposite order when they were signed.", USUAL);
  yield* moves(parameters, as);
  for (const order of hashed(parameters))
    yield { ...as(order, orderDetail(order), USUAL), telling: OF_HASH_MAP };
  if (parameters.length > MOST_PERMUTED) return;
  for (const order of permutations(parameters)) yield as(order, orderDetail(order), LESS_USUAL);
}

/** Fewer stand so by chance too often to speak of it. */
const LEAST_HASHED = 5;
const MOST_HASHED = 200;

function hashed(parameters: readonly Parameter[]): Parameter[][] {
  if (parameters.length < LEAST_HASHED || parameters.length > MOST_HASHED) return [];
  const named = parameters.map((parameter) => ({ name: formDecode(parameter.name), parameter }));
  return hashMapOrders(named).map((order) => order.map(({ parameter }) => parameter));
}

const OF_HASH_MAP: Telling = {
  why: "Java’s HashMap holds its entries in an order of its own, by the hashes of their names, and this is that order.",
  fix: "Sign the query in the order in which it is sent; in Java, keep it in a LinkedHashMap.",
};

const SENT_SORTED =
  "In the URL they stand sorted by name, as what sorts a query after it was signed leaves them.";

/** Three and more in order of name are hardly so by chance. */
function standsSorted(parameters: readonly Parameter[]): boolean {
  const names = parameters.map(({ name }) => name);
  return (
    new Set(names).size > 2 && names.every((name, at) => at === 0 || byText(names[at - 1] ?? "", name) <= 0)
  );
}

function orderDetail(order: readonly Parameter[]): string {
  return `The order signed was: ${order.map(({ name }) => name.slice(0, 24)).join(", ")}.`;
}

function* moves(
  parameters: readonly Parameter[],
  as: (order: readonly Parameter[], detail: string, weight: number) => Variant<UrlText>,
): Generator<Variant<UrlText>> {
  const few = parameters.length <= 24;
  for (const [from, parameter] of parameters.slice(0, 200).entries()) {
    const rest = parameters.toSpliced(from, 1);
    const target = parameter.name === "src" || parameter.name === "url";
    const name = `“${parameter.name.slice(0, 40)}”`;
    if (few || target) {
      yield as([parameter, ...rest], `${name} stood first when they were signed.`, target ? OFTEN : USUAL);
      yield as([...rest, parameter], `${name} stood last when they were signed.`, USUAL);
    }
    if (parameters.length <= 12)
      for (let to = 1; to < rest.length; to++)
        yield as(
          rest.toSpliced(to, 0, parameter),
          `${name} stood elsewhere when they were signed.`,
          LESS_USUAL,
        );
  }
}

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length <= 1) {
    yield [...items];
    return;
  }
  for (const [at, item] of items.entries())
    for (const rest of permutations(items.toSpliced(at, 1))) yield [item, ...rest];
}
