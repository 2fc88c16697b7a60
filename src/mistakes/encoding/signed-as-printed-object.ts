import type { UrlText } from "../../signing/types";
import type { Mistake, Variant } from "../mistake";
import { OPTIONS_URL, SECRET } from "../sample";
import { byName, decodedPairs, type Pair, pairsOf, sortedPairs } from "../text/parameters";
import { type Entries, NOTHING_LEFT, PRINTERS } from "../text/values/printed-objects";
import { inTypes } from "../text/values/typed-values";

export const signedAsPrintedObject: Mistake = {
  id: "signed-as-printed-object",
  group: "encoding",
  title: "The parameters were signed as a program prints an object.",
  why: "A language turns a dictionary, a map or a list into text of its own: str() in Python, toString() in Java, JavaScript or Ruby, ToString() in .NET, Sprint in Go, serialize() in PHP.",
  fix: "Build the query from the parameters first, and sign that query.",
  example: { url: OPTIONS_URL, secret: SECRET, signed: "{'width': 200, 'mode': 'crop'}" },
  nearMiss: { url: OPTIONS_URL, secret: SECRET, signed: "/a.jpg?mode=crop&width=200" },
  alone: printed,
};

function* printed(url: UrlText): Generator<Variant<string>> {
  const pairs = decodedPairs(pairsOf(url));
  if (pairs.length === 0) return;
  for (const order of [pairs, sortedPairs(pairs)])
    for (const entries of entriesOf(order))
      for (const [print, name] of PRINTERS) {
        const value = print(entries);
        yield { value, detail: `${name}.` };
        yield { value: url.path + value, detail: `${name}, after the path.` };
        yield { value: `${url.path}?${value}`, detail: `${name}, after the path and “?”.` };
      }
  for (const text of NOTHING_LEFT)
    for (const head of ["", "?", url.path, `${url.path}?`])
      yield { value: head + text, detail: `As “${text}”, which holds nothing of them.` };
}

/** The object with its values as texts and in their types, and with each as a list of one, as what takes a query apart holds them. */
function* entriesOf(pairs: readonly Pair[]): Generator<Entries> {
  for (const [types] of inTypes(pairs)) yield Object.entries(types);
  yield [...byName(pairs)].map(([name, all]) => [name, all.map(({ value }) => value)]);
}
