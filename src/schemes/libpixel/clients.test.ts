import { expect, test } from "vitest";
import { readPaste } from "../../signing/read-paste";
import { forSearch } from "../for-search";
import { libpixel } from "./index";

/** The clients that would have signed `signed` for this URL, by their names. */
function clientsOf(path: string, signed: string): string[] {
  const { request } = readPaste(libpixel, `https://images.example.net${path}`, { apiKey: "", format: "" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return forSearch(libpixel).clients.flatMap(({ sentence, signs }) =>
    signs(request.value) === signed ? (sentence.match(/[\w-]*libpixel[\w.-]*/g) ?? []) : [],
  );
}

test.each<[path: string, signed: string, clients: readonly string[]]>([
  // A browser escapes a space, so that clients which send the path as it is fit as well.
  [
    "/my%20cat.jpg?width=200",
    "/my cat.jpg?width=200",
    ["libpixel-go", "libpixel-js", "ember-libpixel", "libpixel.cr"],
  ],
  // A browser escapes no quote and no bracket: whoever sent these had escaped them.
  ["/it%27s%20a%20cat.jpg?width=200", "/it's a cat.jpg?width=200", ["libpixel-go"]],
  ["/a%5B1%5D.jpg?width=200", "/a[1].jpg?width=200", ["libpixel-go"]],
  ["/a.jpg?width=2&height=1", "/a.jpg?height=1&width=2", ["libpixel-go"]],
  // Go writes a space as “+”.
  ["/a.jpg?title=x%20y&height=1", "/a.jpg?height=1&title=x%20y", []],
])("of %s signed as %s", (path, signed, clients) => {
  expect(clientsOf(path, signed)).toEqual(clients);
});
