import { byName, type Pair } from "../parameters";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The object that code made the query of: with its values as texts, and with numbers and true or false as such. */
export function* inTypes(
  pairs: readonly Pair[],
): Generator<[value: Readonly<Record<string, Json>>, words: string]> {
  yield [objectOf(pairs, (value) => value), ""];
  yield [objectOf(pairs, typed), ", with numbers and true or false as such"];
  yield [
    objectOf(pairs, (value) => (isBoolean(value) ? typed(value) : value)),
    ", with true or false as such",
  ];
  yield [objectOf(pairs, (value) => (isBoolean(value) ? value : typed(value))), ", with numbers as such"];
}

const isBoolean = (value: string) => /^(?:true|false)$/i.test(value);

function typed(value: string): Json {
  if (isBoolean(value)) return value.toLowerCase() === "true";
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/.test(value) ? Number(value) : value;
}

/** A name that stands twice holds a list. */
function objectOf(pairs: readonly Pair[], read: (value: string) => Json): Readonly<Record<string, Json>> {
  const groups = byName(pairs);
  return Object.fromEntries(
    [...groups].map(([name, all]) => {
      const values = all.map(({ value }) => read(value));
      return [name, values.length === 1 ? (values[0] ?? null) : values];
    }),
  );
}
