import { describe, expect, it } from "vitest";
import { languages } from "../snippets";
import { schemes } from "./index";
import { ownLibraryOf } from "./own-libraries";

const libraries = schemes.flatMap((scheme) =>
  languages.flatMap(({ id }) => {
    const library = ownLibraryOf(scheme, id);
    return library ? [{ name: `${scheme.label} ${id}`, scheme, library }] : [];
  }),
);

describe("a vendor’s own library", () => {
  it("is named in each language that has one", () => {
    expect(libraries.map(({ name }) => name)).toEqual([
      "LibPixel node",
      "LibPixel ruby",
      "LibPixel go",
      "Urlbox node",
      "Urlbox python",
      "Urlbox php",
      "Urlbox ruby",
      "Urlbox csharp",
    ]);
  });

  it.each(libraries)("$name reads the secret from where the other code does", ({ scheme, library }) => {
    expect(library.code).toContain(scheme.secretVariables[0]);
  });
});
