import { cutQuery } from "../../../signing/url-text";
import { joined } from "../respell";

/*
 * What the query of an address may have been before something changed it: its own URL is signed with the address inside another one.
 */

type Other = readonly [address: string, detail: string];

/** Every whole number up to this one, or as many on either side of a larger one. */
const MOST = 4096;
const NEAR = 600;
const MOST_NUMBERS = 3;
const MOST_PARAMETERS = 8;
const MOST_PERMUTED = 4;
const LONGEST = 40;

/** The address with another query of its own, and what was done in words; nothing where it has none. */
export function* otherQueries(address: string): Generator<Other> {
  const [, before = "", query = "", after = ""] = /^([^?#]*\?)([^#]+)(.*)$/s.exec(address) ?? [];
  if (query === "" || cutQuery(query).length > MOST_PARAMETERS) return;
  const other = (text: string, detail: string): Other => [before + text + after, detail];
  yield other(query.replaceAll("+", "%20"), "Its query had “%20” for “+”.");
  yield other(query.replaceAll("%20", "+"), "Its query had “+” for “%20”.");
  const parameters = cutQuery(query).map((own) => ({ ...own, name: own.name.slice(0, LONGEST) }));
  for (const [at, { name }] of parameters.entries()) {
    const left = parameters.toSpliced(at, 1);
    if (left.length > 0) yield other(joined(left), `It was signed without “${name}” in its query.`);
    for (const [next, { name: second }] of left.slice(at).entries())
      if (left.length > 1)
        yield other(
          joined(left.toSpliced(at + next, 1)),
          `It was signed without “${name}” and “${second}” in its query.`,
        );
  }
  for (const order of orders(parameters))
    yield other(
      joined(order),
      `Its parameters were signed in this order: ${order.map(({ name }) => name).join(", ")}.`,
    );
  for (const [text, parameter] of otherNumbers(query))
    yield other(text, `Its query had “${parameter.slice(0, LONGEST)}” when it was signed.`);
}

function orders<T extends { readonly text: string }>(parameters: readonly T[]): T[][] {
  if (parameters.length > MOST_PERMUTED)
    return [parameters.toSorted((a, b) => (a.text < b.text ? -1 : 1)), parameters.toReversed()];
  return permutations(parameters).slice(1);
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((first, at) => permutations(all.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

/** The whole query, and the parameter in which another number stands: a value, or a part of a version. */
function* otherNumbers(query: string): Generator<readonly [query: string, parameter: string]> {
  const numbers = [...query.matchAll(/(?<=[=.])\d{1,15}(?=[.&]|$)/g)].slice(0, MOST_NUMBERS);
  for (const { 0: number, index } of numbers) {
    const start = query.lastIndexOf("&", index) + 1;
    for (const text of near(Number(number))) {
      const changed = query.slice(0, index) + text + query.slice(index + number.length);
      yield [changed, cutQuery(changed.slice(start))[0]?.text ?? ""];
    }
  }
}

function* near(number: number): Generator<number> {
  if (number <= MOST) for (let other = 0; other <= MOST; other++) yield other;
  else for (let step = 1; step <= NEAR; step++) yield* [number - step, number + step];
}
